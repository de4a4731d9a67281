package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/**
 * The raw convolution ops, which reach oneDNN; Deeplearning4j's own layer does not in this version. Images are [rows, C, H,
 * W], weights [out, in, kernel height, kernel width].
 */
final class Convolution {
    private static final int EXPLICIT_PADDING = 0;
    private static final int CHANNELS_FIRST = 0;
    private static final int WEIGHTS_OUT_IN = 1;

    private final int[] arguments;

    Convolution(SpikingConv2D conf) {
        int[] kernel = conf.getKernel();
        int[] stride = conf.getStride();
        int[] padding = conf.getPadding();
        arguments = new int[] {
            kernel[0],
            kernel[1],
            stride[0],
            stride[1],
            padding[0],
            padding[1],
            1,
            1,
            EXPLICIT_PADDING,
            CHANNELS_FIRST,
            WEIGHTS_OUT_IN
        };
    }

    void forward(INDArray images, INDArray weights, INDArray current) {
        try (var ignored = StageClock.enter(Stage.CURRENT)) {
            Nd4j.exec(DynamicCustomOp.builder("conv2d")
                    .addInputs(images, weights)
                    .addOutputs(current)
                    .addIntegerArguments(arguments)
                    .build());
        }
    }

    void backward(
            INDArray images, INDArray weights, INDArray gradient, INDArray imageGradient, INDArray weightGradient) {
        try (var ignored = StageClock.enter(Stage.BOTH_GRADIENTS)) {
            Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                    .addInputs(images, weights, gradient)
                    .addOutputs(imageGradient, weightGradient)
                    .addIntegerArguments(arguments)
                    .build());
        }
    }
}
