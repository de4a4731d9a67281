package org.spike4j.examples.run.data;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.spike4j.datasets.batch.SampleMixing;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.transform.mixing.CutMix;
import org.spike4j.datasets.transform.mixing.EventMix;
import org.spike4j.datasets.transform.mixing.EventMixing;
import org.spike4j.datasets.transform.mixing.MixUp;
import org.spike4j.datasets.transform.mixing.TensorMixing;
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

    /** The mixing of events that a section of one key names. */
    static SampleMixing<EventMixing> read(Section section, long seed) {
        MixingKind kind = kind(section);
        return kind.mixing(section, kind.withAlpha, seed);
    }

    /** The mixing of frames or vectors that a section of one key names. */
    static SampleMixing<TensorMixing> readForTensors(Section section, SampleShape shape, long seed) {
        MixingKind kind = kind(section);
        if (kind == EVENT_MIX) {
            throw section.get(kind.spelling()).wrong("mixes events, of which these data have none; use mix-up");
        }
        if (kind == CUT_MIX && !shape.frames()) {
            throw section.get(kind.spelling()).wrong("cuts frames, but these data are vectors; use mix-up");
        }
        return kind.mixing(section, kind == CUT_MIX ? CutMix::new : MixUp::new, seed);
    }

    private static MixingKind kind(Section section) {
        List<String> names =
                List.of(values()).stream().map(MixingKind::spelling).toList();
        String name = section.allow(names)
                .only("mixing, as \"mixing: {cut-mix: {}}\"")
                .getKey();
        return values()[names.indexOf(name)];
    }

    private <M> SampleMixing<M> mixing(Section section, DoubleFunction<? extends M> made, long seed) {
        Section content = section.get(spelling()).section().allow("alpha", "probability");
        return new SampleMixing<>(
                made.apply(content.number("alpha", 1e-3, 1e3, 1)), content.number("probability", 0, 1, 0.5), seed);
    }
}
