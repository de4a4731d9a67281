package org.spike4j.neuron.patch;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small tensors of images in several orders of memory, and what patches of them are by definition. */
final class PatchTensors {
    private PatchTensors() {}

    /** Images [images, C, H, W] in c order; elements are 1 with some density, else 0. */
    static INDArray spikes(PatchShape shape, int images, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        INDArray tensor = Nd4j.zeros(DataType.FLOAT, images, shape.channels(), shape.height(), shape.width());
        for (long k = 0; k < tensor.length(); k++) {
            if (random.nextDouble() < density) {
                tensor.putScalar(k, 1);
            }
        }
        return tensor;
    }

    /** The same images with the channels last in memory. */
    static INDArray channelsLast(INDArray images) {
        return images.permute(0, 2, 3, 1).dup('c').permute(0, 3, 1, 2);
    }

    /** The same images as a view with gaps. */
    static INDArray spaced(INDArray images) {
        return Nd4j.concat(3, images, images.mul(7))
                .reshape('c', images.size(0), images.size(1), images.size(2), 2, images.size(3))
                .permute(3, 0, 1, 2, 4)
                .slice(0);
    }

    /** Input k of the patch of an output: row, column and channel of the window, the channel fastest. */
    static double input(PatchShape shape, INDArray images, int image, int y, int x, int k) {
        int pixel = k / shape.channels();
        int row = y * shape.strideY() + pixel / shape.kernelWidth() - shape.padY();
        int column = x * shape.strideX() + pixel % shape.kernelWidth() - shape.padX();
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? images.getDouble(image, k % shape.channels(), row, column) : 0;
    }
}
