package org.spike4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network against the loop of the PyTorch script, written out in double, but for the reset of the output neurons. */
class MlpBenchmarkTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final int HIDDEN = 21;
    private static final int CLASSES = 10;
    private static final double BETA = 0.95;
    private static final double FLOAT_ROUNDING = 1e-5;

    private double loss;
    private final double[] outputBiasGradient = new double[CLASSES];
    private MultiLayerNetwork network;

    @BeforeEach
    void runBoth() {
        TrainingBatch batch = new MlpBenchmark(STEPS, SAMPLES, HIDDEN, 1, new Timing(0, 3)).batch();
        network = batch.network();
        for (int n = 0; n < SAMPLES; n++) {
            script(batch.input().getRow(n), n % CLASSES);
        }
        network.setInput(batch.input());
        network.setLabels(batch.labels());
        network.computeGradientAndScore();
    }

    @Test
    void scoreIsTheSumOverStepsOfTheMeanCrossEntropies() {
        assertThat(network.score()).isCloseTo(loss, within(FLOAT_ROUNDING * loss));
    }

    @Test
    void gradientIsThatOfTheSumOverSteps() {
        // Deeplearning4j divides by the samples later, in the updater
        double[] gradient =
                network.gradient().getGradientFor("1_b").mul(1.0 / SAMPLES).toDoubleVector();
        assertThat(gradient).containsExactly(outputBiasGradient, within(FLOAT_ROUNDING * STEPS * STEPS));
    }

    /** m1 = beta m1 + c - r1;  s1 = H(m1 - 1);  r1 = s1;  m2 = beta m2 + fc2(s1);  loss += cross-entropy(m2). */
    private void script(INDArray x, int label) {
        double[] current = current(x);
        INDArray weights = network.getParam("1_W");
        INDArray bias = network.getParam("1_b");
        double[] m1 = new double[HIDDEN];
        double[] r1 = new double[HIDDEN];
        double[] m2 = new double[CLASSES];
        double biasSum = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int j = 0; j < HIDDEN; j++) {
                m1[j] = BETA * m1[j] + current[j] - r1[j];
                r1[j] = m1[j] > 1 ? 1 : 0;
            }
            double sum = 0;
            for (int k = 0; k < CLASSES; k++) {
                m2[k] = BETA * m2[k] + bias.getDouble(k);
                for (int j = 0; j < HIDDEN; j++) {
                    m2[k] += r1[j] * weights.getDouble(j, k);
                }
                sum += Math.exp(m2[k]);
            }
            loss += (Math.log(sum) - m2[label]) / SAMPLES;
            biasSum = BETA * biasSum + 1;
            for (int k = 0; k < CLASSES; k++) {
                outputBiasGradient[k] += (Math.exp(m2[k]) / sum - (k == label ? 1 : 0)) * biasSum / SAMPLES;
            }
        }
    }

    private double[] current(INDArray x) {
        INDArray weights = network.getParam("0_W");
        INDArray bias = network.getParam("0_b");
        double[] current = new double[HIDDEN];
        for (int j = 0; j < HIDDEN; j++) {
            current[j] = bias.getDouble(j);
            for (int i = 0; i < x.length(); i++) {
                current[j] += x.getDouble(i) * weights.getDouble(i, j);
            }
        }
        return current;
    }
}
