package org.spike4j.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.examples.plot.NeuronTrace;
import org.spike4j.examples.plot.ResponseCurve;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;

class GalleryTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String WAY_OUT = "run ./spike4j neurons --out docs";

    @Test
    void everyModelOfTheLibraryIsShownOnce() {
        Stream<String> models = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.spike4j.neuron")
                        .stream()
                        .filter(type -> type.isAssignableTo(NeuronModel.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName);

        assertThat(Gallery.entries().stream().map(GalleryEntry::name))
                .containsExactlyInAnyOrderElementsOf(models.toList());
    }

    @Test
    void pageIsWhatTheCodeGenerates() throws IOException {
        assertThat(DOCS.resolve(Gallery.PAGE)).as(WAY_OUT).exists();
        assertThat(Files.readString(DOCS.resolve(Gallery.PAGE))).as(WAY_OUT).isEqualTo(Gallery.page());
    }

    @Test
    void everyModelHasItsPictureAndNoPictureIsLeftOver() throws IOException {
        try (Stream<Path> pictures = Files.list(DOCS.resolve(Gallery.PICTURES))) {
            assertThat(pictures.map(path -> path.getFileName().toString()))
                    .as(WAY_OUT)
                    .containsExactlyInAnyOrderElementsOf(Gallery.entries().stream()
                            .map(GalleryEntry::picture)
                            .toList());
        }
    }

    static List<GalleryEntry> entries() {
        return Gallery.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void presetNamesAFactoryOfItsModel(GalleryEntry entry) {
        String factory = entry.preset().replaceAll("^\\w+\\.(\\w+)\\(.*$", "$1");

        assertThat(entry.preset()).startsWith(entry.name() + "." + factory + "(");
        assertThat(entry.model().getClass().getMethods())
                .anyMatch(method -> method.getName().equals(factory));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void modelRestsInSilenceAndAnswersItsCurrent(GalleryEntry entry) {
        NeuronTrace trace = Recording.trace(entry);
        double[] put = trace.spikes().length > 0 ? trace.spikes() : trace.output();
        double[] shown = put.length > 0 ? put : trace.membrane();
        int onset = shown.length / 10;

        assertThat(Arrays.stream(trace.spikes()).limit(onset)).allMatch(spike -> spike == 0);
        assertThat(Arrays.stream(shown, onset, shown.length)
                        .filter(value -> value != 0)
                        .count())
                .isGreaterThan(1);
        assertThat(trace.membrane()).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void responseIsFiniteAndRises(GalleryEntry entry) {
        double[] output = Recording.response(entry).output();

        assertThat(Arrays.stream(output)).allMatch(Double::isFinite);
        assertThat(output[output.length - 1]).isGreaterThan(output[0]);
    }

    @Test
    void rateOfIntegrateAndFireIsOneSpikeInAsManyStepsAsTheThresholdTakes() {
        GalleryEntry entry = GalleryEntry.of(
                IntegrateAndFire.standard(), "", "", "v", Stimulus.inSteps(0.5, 2)); // 121 currents up to 2
        ResponseCurve response = Recording.response(entry);

        assertThat(response.input()[30]).isEqualTo(0.5);
        assertThat(response.output()[30]).isEqualTo(1.0 / 2);
        assertThat(response.output()[15]).isEqualTo(1.0 / 4);
        assertThat(response.output()[120]).isEqualTo(1);
    }

    @Test
    void rateOfALifInSecondsIsInSpikesPerSecond() {
        GalleryEntry entry =
                GalleryEntry.of(Lif.withTau(0.001), "", "", "v", Stimulus.inSeconds(1e-3, 1, 2)); // forgets each step

        assertThat(Recording.response(entry).output()[120]).isEqualTo(1000);
        assertThat(Recording.response(entry).output()[59]).isZero();
    }

    @Test
    void silenceSurroundsTheCurrentOfATrace() {
        NeuronTrace trace = Recording.trace(Gallery.entries().get(0));

        assertThat(Arrays.copyOf(trace.input(), 6)).containsOnly(0);
        assertThat(trace.input()[6]).isEqualTo(0.13);
        assertThat(trace.input()[53]).isEqualTo(0.13);
        assertThat(Arrays.copyOfRange(trace.input(), 54, 60)).containsOnly(0);
    }
}
