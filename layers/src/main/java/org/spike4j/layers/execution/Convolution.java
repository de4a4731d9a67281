package org.spike4j.layers.execution;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
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

    /**
     * Gradient on the images of a convolution with stride 1: the convolution of the gradient with the kernels turned by half
     * a turn, inputs and outputs exchanged, padding kernel - 1 - padding.
     *
     * @param gradient dL/d current, [rows, out, H', W']; not modified
     * @param weights [out, in, kernel height, kernel width]; not modified
     * @param imageGradient receives dL/d images, [rows, in, H, W]
     * @param workspaces where the turned kernels live
     */
    void inputGradient(INDArray gradient, INDArray weights, INDArray imageGradient, LayerWorkspaceMgr workspaces) {
        INDArray exchanged = weights.permute(1, 0, 2, 3);
        INDArray turned =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, weights.dataType(), exchanged.shape(), 'c');
        Nd4j.exec(DynamicCustomOp.builder("reverse")
                .addInputs(exchanged)
                .addOutputs(turned)
                .addIntegerArguments(2, 3)
                .build());
        int[] back = arguments.clone();
        back[4] = arguments[0] - 1 - arguments[4];
        back[5] = arguments[1] - 1 - arguments[5];
        try (var ignored = StageClock.enter(Stage.INPUT_GRADIENT)) {
            Nd4j.exec(DynamicCustomOp.builder("conv2d")
                    .addInputs(gradient, turned)
                    .addOutputs(imageGradient)
                    .addIntegerArguments(back)
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
