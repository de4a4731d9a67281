package org.spike4j.examples.run.data;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.spike4j.datasets.batch.SampleMixing;
import org.spike4j.datasets.transform.mixing.CutMix;
import org.spike4j.datasets.transform.mixing.EventMix;
import org.spike4j.datasets.transform.mixing.EventMixing;
import org.spike4j.datasets.transform.mixing.MixUp;
import org.spike4j.training.recipe.Section;

/** The mixings of training samples that a recipe can name: {@code alpha} of their class and a {@code probability}. */
enum MixingKind {
    CUT_MIX(CutMix::new),
    EVENT_MIX(EventMix::new),
    MIX_UP(MixUp::new);

    private final DoubleFunction<EventMixing> withAlpha;

    MixingKind(DoubleFunction<EventMixing> withAlpha) {
        this.withAlpha = withAlpha;
    }

    /** The name in recipes: CUT_MIX is cut-mix. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mixing of a section of one key. */
    static SampleMixing read(Section section, long seed) {
        List<String> names =
                List.of(values()).stream().map(MixingKind::spelling).toList();
        String name = section.allow(names)
                .only("mixing, as \"mixing: {cut-mix: {}}\"")
                .getKey();
        Section content = section.get(name).section().allow("alpha", "probability");
        EventMixing mixing = values()[names.indexOf(name)].withAlpha.apply(content.number("alpha", 1e-3, 1e3, 1));
        return new SampleMixing(mixing, content.number("probability", 0, 1, 0.5), seed);
    }
}
