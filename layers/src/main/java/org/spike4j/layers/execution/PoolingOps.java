package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Pooling;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** The raw pooling ops over windows that do not overlap, on images [rows, C, H, W]. */
final class PoolingOps {
    private static final int EXPLICIT_PADDING = 0;
    private static final int EXCLUDE_PADDING = 0;
    private static final int CHANNELS_FIRST = 0;

    private final String name;
    private final int[] arguments;

    PoolingOps(Pooling pooling, int size) {
        name = pooling == Pooling.MAX ? "maxpool2d" : "avgpool2d";
        arguments = new int[] {size, size, size, size, 0, 0, 1, 1, EXPLICIT_PADDING, EXCLUDE_PADDING, CHANNELS_FIRST};
    }

    void forward(INDArray images, INDArray output) {
        try (var ignored = StageClock.enter(Stage.POOL)) {
            Nd4j.exec(DynamicCustomOp.builder(name)
                    .addInputs(images)
                    .addOutputs(output)
                    .addIntegerArguments(arguments)
                    .build());
        }
    }

    void backward(INDArray images, INDArray gradient, INDArray imageGradient) {
        try (var ignored = StageClock.enter(Stage.POOL)) {
            Nd4j.exec(DynamicCustomOp.builder(name + "_bp")
                    .addInputs(images, gradient)
                    .addOutputs(imageGradient)
                    .addIntegerArguments(arguments)
                    .build());
        }
    }
}
