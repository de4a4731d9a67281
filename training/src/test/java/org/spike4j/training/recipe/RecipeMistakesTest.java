package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake gives one sentence that names the place, what was found and what is allowed. */
final class RecipeMistakesTest {
    private static final String GOOD = """
            name: good
            data: {set: gesture, size: 32, steps: 16}
            neuron: {model: lif, tau: 2}
            layers:
              - conv: {channels: 16, pool: max}
              - dense: {units: 11, neuron: {threshold: 1}}
              - rate-readout: {loss: mse}
            training: {epochs: 3, batch: 8, learningRate: 1e-3}
            """;

    @Test
    void theRecipeWithoutMistakesIsRead() {
        assertThat(RecipeReader.parse("good.yaml", GOOD).layers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: good | title: x | good.yaml, line 1: title is not a known key; allowed are data, description, layers, name, neuron, training",
                "name: good | description: x | good.yaml: name is missing",
                "set: gesture | set: gestur | good.yaml, line 2: data.set must be one of gesture, nmnist, mnist, luna16, imdb, recordings, spoken-digits, sounds, braille, video, was \"gestur\"; did you mean gesture?",
                "steps: 16 | steps: many | good.yaml, line 2: data.steps must be a whole number from 1 to 10000, was \"many\"",
                "steps: 16 | steps: 0 | good.yaml, line 2: data.steps must be a whole number from 1 to 10000, was 0",
                "steps: 16 | steps: 99999999999 | good.yaml, line 2: data.steps must be a whole number from 1 to 10000, was 99999999999",
                "steps: 16 | steps: 1.5 | good.yaml, line 2: data.steps must be a whole number from 1 to 10000, was 1.5",
                "', steps: 16' | '' | good.yaml, line 2: data.steps is missing",
                "'model: lif' | 'model: [lif]' | good.yaml, line 3: neuron.model must be one of lif, if, plif, leaky, bidl-lif, liaf, qif, eif, klif, cuba-lif, adaptive-lif, gated-lif, sliding-psn, current-lif, adaptive-threshold-lif, synaptic",
                "tau: 2 | taw: 2 | good.yaml, line 3: neuron.taw is not a known key; allowed are decayInput, detachReset, fires, inhibition, integration, learn, model, reset, resetTiming, resetValue, sharing, surrogate, tau, threshold; did you mean tau?",
                "tau: 2 | learn: [mass] | good.yaml, line 3: neuron is not a valid lif: learned constant must be one of [tau, rest, threshold, resetValue], was \"mass\"",
                "tau: 2 | surrogate: {family: q-pseudo-spike, alpha: 1} | good.yaml, line 3: neuron is not a valid lif: alpha must be above 1.0 and finite, was 1.0",
                "tau: 2 | surrogate: {alpha: 2} | good.yaml, line 3: neuron.surrogate.family is missing",
                "channels: 16 | chanels: 16 | good.yaml, line 5: layers[0].conv.chanels is not a known key; allowed are activity, batchNorm, bias, channels, kernel, neuron, padding, pool, poolSize, recompute, stride; did you mean channels?",
                "pool: max | pool: true | good.yaml, line 5: layers[0].conv.pool must be one of none, max, average, was true",
                "threshold: 1 | threshold: .nan | good.yaml, line 6: layers[1].dense.neuron.threshold must be a number > 0, was .nan",
                "threshold: 1 | threshold: -1 | good.yaml, line 6: layers[1].dense.neuron.threshold must be a number > 0, was -1",
                "- dense: | - dens: | good.yaml, line 6: layers[1].dens is not a known layer; allowed are conv, dense, recurrent, recurrent-conv, neurons, homeostatic-lif, temporal-norm, time-mixing, learned-quantization, self-attention, delayed-dense, delay, synapse-filter, dropout, rate-readout, sequence-readout, leaky-readout; did you mean dense?",
                "- rate-readout: {loss: mse} | - dense: {units: 3} | good.yaml, line 7: layers[2] is the last layer and must be rate-readout, sequence-readout or leaky-readout",
                "- dense: {units: 11 | - rate-readout: {loss: mse} # | good.yaml, line 6: layers[1] is a readout, which must be the last layer",
                "'rate-readout: {loss: mse}' | 'sequence-readout:' | good.yaml, line 7: layers[2].sequence-readout.loss is missing",
                "'rate-readout: {loss: mse}' | 'sequence-readout: {loss: {kind: tat}}' | good.yaml, line 7: layers[2].sequence-readout.loss.kind must be one of cross-entropy, mean-squares, count-squares, tet, first-spike-cross-entropy, first-spike-squares, was \"tat\"; did you mean tet?",
                "'rate-readout: {loss: mse}' | 'sequence-readout: {loss: {kind: tet, lamda: 1}}' | good.yaml, line 7: layers[2].sequence-readout.loss.lamda is not a known key; allowed are kind, lambda, phi, weights; did you mean lambda?",
                "'rate-readout: {loss: mse}' | 'sequence-readout: {loss: {kind: tet, lambda: 2}}' | good.yaml, line 7: layers[2].sequence-readout.loss.lambda must be a number from 0.0 to 1.0, was 2",
                "'rate-readout: {loss: mse}' | 'leaky-readout: {loss: {kind: first-spike-squares}}' | good.yaml, line 7: layers[2].leaky-readout.loss needs spikes, which membranes do not have; use a dense layer and sequence-readout",
                "'rate-readout: {loss: mse}' | 'leaky-readout: {reduction: max, loss: {kind: tet}}' | good.yaml, line 7: layers[2].leaky-readout.reduction has no meaning beside loss, which reduces by itself; drop one",
                "units: 11 | 'units: 11, activity: {lower: 1, upper: 0.5}' | good.yaml, line 6: layers[1].dense.activity.upper must be a number from 1.0 to Infinity, was 0.5",
                "epochs: 3 | epochs: 3, epochs: 4 | good.yaml, line 8: training.epochs is given twice; keep one",
                "learningRate: 1e-3 | learningRate: 0 | good.yaml, line 8: training.learningRate must be a number > 0, was 0",
                "epochs: 3 | epochs: 3, replicas: 0 | good.yaml, line 8: training.replicas must be a whole number from 1 to 1024, was 0",
                "learningRate: 1e-3 | learningRate: .inf | good.yaml, line 8: training.learningRate must be a number > 0, was .inf",
                "'{epochs: 3, batch: 8, learningRate: 1e-3}' | fast | good.yaml, line 8: training must be a section of keys, was \"fast\"",
            })
    void aMistakeIsNamed(String from, String to, String message) {
        String text = GOOD.replace(from, to);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> RecipeReader.parse("good.yaml", text))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aRecipeThatIsNotYamlNamesTheLine() {
        assertThatThrownBy(() -> RecipeReader.parse("bad.yaml", "name: x\ndata: {set: gesture\nlayers: []"))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("bad.yaml, line 3: the recipe is not valid YAML: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment", "--- a\n--- b\n", "just text", "[1, 2]", "? [a]\n: b\n"})
    void aTextThatIsNoRecipeIsRefused(String text) {
        assertThatThrownBy(() -> RecipeReader.parse("bad.yaml", text))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("bad.yaml");
    }

    @Test
    void bracketsAloneDoNotExhaustTheStack() {
        assertThatThrownBy(() -> RecipeReader.parse("bad.yaml", "[".repeat(100_000)))
                .isInstanceOf(RecipeException.class)
                .hasMessage("bad.yaml: the recipe is nested deeper than 16 levels");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMutatedRecipeIsReadOrRefusedByRecipeException(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(32, 127));
                    default -> text.setCharAt(at, "{}[]:,-\n\t\0&*!#|>'\"%@`\uffff".charAt(random.nextInt(22)));
                }
            }
            try {
                RecipeReader.parse("mutated.yaml", text.toString());
            } catch (RecipeException e) {
                assertThat(e.getMessage()).startsWith("mutated.yaml").doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }
}
