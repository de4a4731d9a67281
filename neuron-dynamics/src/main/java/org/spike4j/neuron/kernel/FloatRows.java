package org.spike4j.neuron.kernel;

/**
 * What compiled programs extend. Their compiler knows no generic methods, so they implement methods of floats, to which those
 * of {@link ProgramRows} lead.
 */
abstract class FloatRows implements ProgramRows<float[]> {

    /** {@link ProgramRows#forward}. */
    abstract void step(
            int count,
            float[] x,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int stride,
            float[][] c,
            int[] m,
            float[] normal,
            float[] y,
            float[] h);

    /** {@link ProgramRows#backward}. */
    abstract void stepBack(
            int count,
            float[] x,
            float[] from,
            int fromAt,
            int stride,
            float[][] c,
            int[] m,
            float[] normal,
            float[] gy,
            float[] gh,
            float[] states,
            float[] dx,
            float[][] sums);

    @Override
    public final void forward(
            int count,
            float[] x,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int stride,
            float[][] coefficients,
            int[] masks,
            float[] normal,
            float[] y,
            float[] h) {
        step(count, x, from, fromAt, to, toAt, stride, coefficients, masks, normal, y, h);
    }

    @Override
    public final void backward(
            int count,
            float[] x,
            float[] from,
            int fromAt,
            int stride,
            float[][] coefficients,
            int[] masks,
            float[] normal,
            float[] gy,
            float[] gh,
            float[] states,
            float[] dx,
            float[][] sums) {
        stepBack(count, x, from, fromAt, stride, coefficients, masks, normal, gy, gh, states, dx, sums);
    }
}
