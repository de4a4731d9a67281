package org.spike4j.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Numbers of channels, features and pixels of input types. */
final class Channels {
    private Channels() {}

    /** Features, or feature maps of a convolution. */
    static long of(InputType type) {
        return switch (type.getType()) {
            case CNN -> ((InputType.InputTypeConvolutional) type).getChannels();
            case CNN3D -> ((InputType.InputTypeConvolutional3D) type).getChannels();
            default -> features(type);
        };
    }

    /** Elements of one sample at one step. */
    static long features(InputType type) {
        return switch (type.getType()) {
            case FF -> ((InputType.InputTypeFeedForward) type).getSize();
            case CNNFlat -> ((InputType.InputTypeConvolutionalFlat) type).getFlattenedSize();
            case RNN -> ((InputType.InputTypeRecurrent) type).getSize();
            case CNN -> {
                InputType.InputTypeConvolutional c = (InputType.InputTypeConvolutional) type;
                yield c.getChannels() * c.getHeight() * c.getWidth();
            }
            case CNN3D -> {
                InputType.InputTypeConvolutional3D c = (InputType.InputTypeConvolutional3D) type;
                yield c.getChannels() * c.getHeight() * c.getWidth();
            }
        };
    }

    /** Elements of one channel of a sample at one step. */
    static int places(InputType type) {
        return Math.toIntExact(features(type) / of(type));
    }

    /** The type of the same activations with time folded into the rows. */
    static InputType folded(InputType type) {
        if (type instanceof InputType.InputTypeConvolutional3D c) {
            return InputType.convolutional(c.getHeight(), c.getWidth(), c.getChannels());
        }
        return type.getType() == InputType.Type.CNN ? type : InputType.feedForward(features(type));
    }

    /** Height and width of the images that a layer takes. */
    static long[] imageSize(InputType type, Layer layer) {
        if (type instanceof InputType.InputTypeConvolutional c) {
            return new long[] {c.getHeight(), c.getWidth()};
        } else if (type instanceof InputType.InputTypeConvolutional3D c) {
            return new long[] {c.getHeight(), c.getWidth()};
        }
        throw new IllegalArgumentException("layer \"" + layer.getLayerName()
                + "\": "
                + layer.getClass().getSimpleName() + " needs a convolutional or 3-D convolutional (NCDHW) input, was "
                + type);
    }
}
