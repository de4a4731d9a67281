package org.spike4j.layers.execution;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The convolution of the last output with R, [channels, channels, k, k], between the steps of a pass; images are [T*N,
 * channels, H, W], and stay as large as they are.
 */
final class FeedbackConvolution {
    private final Convolution convolution;
    private final LayerWorkspaceMgr workspaces;
    /** What the convolution of a step puts out; steps share it. */
    private INDArray fedBack;

    FeedbackConvolution(int side, LayerWorkspaceMgr workspaces) {
        int around = (side - 1) / 2;
        convolution = new Convolution(new int[] {side, side}, new int[] {1, 1}, new int[] {around, around});
        this.workspaces = workspaces;
    }

    /** target = base + conv(images, weights), row by row; images may be null for 0, the target may be the base. */
    void add(INDArray images, INDArray weights, INDArray base, INDArray target) {
        if (base != target) {
            target.assign(base);
        }
        if (images != null) {
            INDArray result = result(target);
            convolution.forward(images, weights, result);
            target.addi(result);
        }
    }

    private INDArray result(INDArray target) {
        long rows = target.size(0);
        if (fedBack == null || fedBack.size(0) < rows) {
            fedBack = workspaces.createUninitialized(ArrayType.FF_WORKING_MEM, target.dataType(), target.shape(), 'c');
        }
        return fedBack.size(0) == rows ? fedBack : rows(fedBack, 0, rows);
    }

    /**
     * The gradient on R: the sum over the rows of the gradient that conv(images, R) hands to it.
     *
     * @param images what was convolved, [rows, channels, H, W]; not modified
     * @param weights R; not modified
     * @param onCurrent gradient on the convolution's result; not modified
     * @param onWeights receives dL/dR
     */
    void weightGradient(INDArray images, INDArray weights, INDArray onCurrent, INDArray onWeights) {
        INDArray unused =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, images.dataType(), images.shape(), 'c');
        convolution.backward(images, weights, onCurrent, unused, onWeights);
    }

    /** R with inputs and outputs exchanged and kernels turned by half a turn: the convolution with it goes the way back. */
    static INDArray turned(INDArray weights) {
        int channels = (int) weights.size(0);
        int pixels = (int) (weights.size(2) * weights.size(3));
        double[] from = weights.dup('c').data().asDouble();
        double[] to = new double[from.length];
        for (int output = 0; output < channels; output++) {
            for (int input = 0; input < channels; input++) {
                int source = (output * channels + input) * pixels;
                int last = (input * channels + output) * pixels + pixels - 1;
                for (int k = 0; k < pixels; k++) {
                    to[last - k] = from[source + k];
                }
            }
        }
        return Nd4j.createFromArray(to).castTo(weights.dataType()).reshape('c', weights.shape());
    }

    /** Some rows of images, the same memory. */
    static INDArray rows(INDArray images, long from, long count) {
        INDArrayIndex all = NDArrayIndex.all();
        return images.get(NDArrayIndex.interval(from, from + count), all, all, all);
    }
}
