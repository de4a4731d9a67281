package org.spike4j.examples.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.examples.SmallGestures;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.RecipeException;
import org.spike4j.training.recipe.RecipeReader;

class MixingKindTest {
    private static final RunSettings RUN = new RunSettings(1, 32, 5);

    @TempDir
    static Path home;

    private static RecipeData open(String set, String mixing) throws IOException {
        DataSource source = new DataSource(Optional.empty(), home, SmallGestures.SETTINGS, 1, remark -> {});
        String recipe = "{name: x, data: {set: " + set + ", steps: 8, mixing: {" + mixing
                + "}}, layers: [dense: {units: 2}, rate-readout: ], training: {epochs: 1}}";
        return source.open(RecipeReader.parse("x", recipe), RUN);
    }

    @ParameterizedTest
    @CsvSource({"luna16, mix-up", "luna16, cut-mix", "imdb, mix-up"})
    void trainingSamplesOfTensorSetsAreMixedAndOthersAreNot(String set, String mixing) throws IOException {
        RecipeData data = open(set, mixing + ": {alpha: 1, probability: 1}");
        assertThat(mixedRows(data.epochs().train(0).next().getLabels())).isPositive();
        assertThat(mixedRows(data.epochs().test().next().getLabels())).isZero();
    }

    private static int mixedRows(INDArray labels) {
        int mixed = 0;
        for (int n = 0; n < labels.rows(); n++) {
            assertThat(labels.getRow(n).sumNumber().doubleValue()).isBetween(0.9999, 1.0001);
            mixed += labels.getRow(n).maxNumber().doubleValue() < 0.9999 ? 1 : 0;
        }
        return mixed;
    }

    @Test
    void mixingsWithoutMeaningAndUnknownOnesAreRefused() {
        assertThatThrownBy(() -> open("imdb", "event-mix: {}"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("mixes events, of which these data have none");
        assertThatThrownBy(() -> open("imdb", "cut-mix: {}")).hasMessageContaining("cuts frames");
        assertThatThrownBy(() -> open("imdb", "mix-upp: {}")).hasMessageContaining("mix-up?");
    }
}
