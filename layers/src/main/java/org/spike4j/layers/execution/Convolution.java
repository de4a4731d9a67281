package org.spike4j.layers.execution;

import java.lang.ref.Reference;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.neuron.kernel.OffHeap;
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
        this(conf.getKernel(), conf.getStride(), conf.getPadding());
    }

    /** Each [vertical, horizontal]. */
    Convolution(int[] kernel, int[] stride, int[] padding) {
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
     * @param weights [out, in, kernel height, kernel width] of floats, dense in c order; not modified
     * @param imageGradient receives dL/d images, [rows, in, H, W]
     * @param workspaces where the turned kernels live
     */
    void inputGradient(INDArray gradient, INDArray weights, INDArray imageGradient, LayerWorkspaceMgr workspaces) {
        INDArray turned = turned(weights, workspaces);
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

    /** [in, out, kernel height, kernel width] with the kernels turned; ND4J's reversal takes milliseconds for this. */
    private static INDArray turned(INDArray weights, LayerWorkspaceMgr workspaces) {
        int outputs = (int) weights.size(0);
        int inputs = (int) weights.size(1);
        int pixels = (int) (weights.size(2) * weights.size(3));
        float[] from = new float[outputs * inputs * pixels];
        OffHeap.of(weights).get(0, from, 0, from.length);
        Reference.reachabilityFence(weights);
        float[] to = new float[from.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                int source = (o * inputs + i) * pixels;
                int target = (i * outputs + o) * pixels + pixels - 1;
                for (int k = 0; k < pixels; k++) {
                    to[target - k] = from[source + k];
                }
            }
        }
        INDArray turned = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM,
                weights.dataType(),
                new long[] {inputs, outputs, weights.size(2), weights.size(3)},
                'c');
        OffHeap.of(turned).put(0, to, 0, to.length);
        Reference.reachabilityFence(turned);
        return turned;
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
