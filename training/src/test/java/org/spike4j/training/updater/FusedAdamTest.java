package org.spike4j.training.updater;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.spike4j.neuron.kernel.KernelThreads;

class FusedAdamTest {
    private static final double FLOAT_EPS = 1.2e-7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 33, 4096, 10_001})
    void updatesAsNd4jDoes(int length) {
        IUpdater reference = new Adam(new StepSchedule(ScheduleType.ITERATION, 0.01, 0.5, 2));
        IUpdater fused = new FusedAdam(new StepSchedule(ScheduleType.ITERATION, 0.01, 0.5, 2));
        INDArray states = Nd4j.zeros(DataType.FLOAT, 1, 2L * length);
        INDArray fusedStates = Nd4j.zeros(DataType.FLOAT, 1, 2L * length);
        GradientUpdater<?> expected = reference.instantiate(states, true);
        GradientUpdater<?> actual = fused.instantiate(fusedStates, true);
        Nd4j.getRandom().setSeed(1);
        for (int iteration = 0; iteration < 5; iteration++) {
            INDArray gradient = Nd4j.randn(DataType.FLOAT, 1, length);
            INDArray same = gradient.dup();
            expected.applyUpdater(gradient, iteration, 0);
            actual.applyUpdater(same, iteration, 0);
            assertThat(largest(same.sub(gradient))).isLessThan(0.01 * 16 * FLOAT_EPS * 10);
            assertThat(largest(fusedStates.sub(states))).isLessThan(16 * FLOAT_EPS);
        }
        assertThat(largest(fusedStates)).isPositive();
    }

    @Test
    void doesNotDependOnTheThreads() {
        INDArray gradient = Nd4j.randn(DataType.FLOAT, 1, 20_000);
        INDArray one = updated(gradient, 1);
        INDArray three = updated(gradient, 3);
        KernelThreads.use(Runtime.getRuntime().availableProcessors());
        assertThat(three).isEqualTo(one);
    }

    @Test
    void survivesJsonAndClone() {
        FusedAdam adam = new FusedAdam(new StepSchedule(ScheduleType.EPOCH, 0.02, 0.5, 3));
        adam.setBeta1(0.8);
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
                .updater(adam)
                .list()
                .layer(new OutputLayer.Builder().nIn(3).nOut(2).build())
                .build();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(conf.toJson());
        assertThat(read).isEqualTo(conf);
        IUpdater updater = ((OutputLayer) read.getConf(0).getLayer()).getIUpdater();
        assertThat(updater).isInstanceOf(FusedAdam.class).isEqualTo(adam);
        assertThat(adam.clone()).isInstanceOf(FusedAdam.class).isEqualTo(adam);
    }

    private static INDArray updated(INDArray gradient, int threads) {
        KernelThreads.use(threads);
        INDArray copy = gradient.dup();
        new FusedAdam(0.1)
                .instantiate(Nd4j.zeros(DataType.FLOAT, 1, 2 * gradient.length()), true)
                .applyUpdater(copy, 0, 0);
        return copy;
    }

    private static double largest(INDArray array) {
        return array.normmaxNumber().doubleValue();
    }
}
