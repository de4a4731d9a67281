package org.spike4j.layers.streaming;

/** Brings a frame [C, H, W] into the order of the other stages, and refuses what is not finite. */
final class FrameStage implements Stage {
    private final FrameShape shape;

    FrameStage(FrameShape shape) {
        this.shape = shape;
    }

    @Override
    public int outputs() {
        return shape.length();
    }

    @Override
    public void step(float[] frame, float[] image) {
        int pixels = shape.pixels();
        int at = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                image[at++] = frame[channel * pixels + pixel];
            }
        }
        requireFinite(image, at);
    }

    private static void requireFinite(float[] image, int length) {
        float zero = 0;
        for (int k = 0; k < length; k++) {
            zero += image[k] * 0; // NaN from anything that is not finite
        }
        if (Float.isNaN(zero)) {
            throw new IllegalArgumentException(
                    "frame must hold finite numbers, but held NaN or an infinity; the state is as it was");
        }
    }
}
