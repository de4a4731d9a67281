package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.VectorRows.LANES;
import static org.spike4j.neuron.patch.VectorRows.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Pooling of windows that do not overlap, on a span in channels-last order. Rows and columns that do not fill a window are
 * left out. Of equal maxima the first takes the gradient, row by row.
 */
final class WindowPool {
    private final int size;
    private final boolean maximum;
    private final int channels;
    private float[] place = new float[0];

    /** Pooling by the maximum, or else the mean. */
    WindowPool(int size, boolean maximum, int channels) {
        this.size = size;
        this.maximum = maximum;
        this.channels = channels;
    }

    /** Whether the gradient depends on the input. */
    boolean needsInput() {
        return maximum && size > 1;
    }

    /** The windows of a span, as a span of the pooled image; the span begins with a whole window. */
    PatchSpan windows(PatchSpan span) {
        return new PatchSpan(span.image(), span.y() / size, rows(span), span.x() / size, columns(span));
    }

    private int rows(PatchSpan span) {
        return span.rows() / size;
    }

    private int columns(PatchSpan span) {
        return span.columns() / size;
    }

    /** Pools a span; the output is rows(span) x columns(span) packed. */
    void forward(PatchSpan span, float[] in, int at, float[] out, int outAt) {
        int windowsAcross = columns(span);
        for (int w = 0; w < rows(span) * windowsAcross; w++) {
            int to = outAt + w * channels;
            int corner = corner(span, w, at);
            System.arraycopy(in, corner, out, to, channels);
            for (int k = 1; k < size * size; k++) {
                int from = corner + offset(span, k);
                if (maximum) {
                    max(out, to, in, from, channels);
                } else {
                    VectorRows.sum(out, to, channels, out, to, in, from);
                }
            }
            if (!maximum) {
                scale(out, to, channels, 1f / (size * size));
            }
        }
    }

    /** Spreads the gradient of the windows over the span, which may be the memory of the input itself. */
    void backward(PatchSpan span, float[] in, int at, float[] gradient, int gradientAt, float[] out, int outAt) {
        place = place.length < channels ? new float[channels] : place;
        int windowsAcross = columns(span);
        int windows = rows(span) * windowsAcross;
        clearRest(span, out, outAt);
        for (int w = 0; w < windows; w++) {
            int from = gradientAt + w * channels;
            int corner = corner(span, w, at);
            if (maximum) {
                findFirstMaximum(span, in, corner);
            }
            for (int k = 0; k < size * size; k++) {
                int to = corner - at + outAt + offset(span, k);
                if (maximum) {
                    pick(out, to, gradient, from, place, k, channels);
                } else {
                    System.arraycopy(gradient, from, out, to, channels);
                    scale(out, to, channels, 1f / (size * size));
                }
            }
        }
    }

    private void findFirstMaximum(PatchSpan span, float[] in, int corner) {
        Arrays.fill(place, 0, channels, 0);
        for (int k = 1; k < size * size; k++) {
            // in[corner] carries the maximum so far: its own value is no longer needed once the place is known
            follow(in, corner, corner + offset(span, k), place, k, channels);
        }
    }

    private void clearRest(PatchSpan span, float[] out, int outAt) {
        int used = columns(span) * size;
        for (int r = 0; r < span.rows(); r++) {
            int first = r < rows(span) * size ? used : 0;
            int row = outAt + r * span.columns() * channels;
            Arrays.fill(out, row + first * channels, row + span.columns() * channels, 0);
        }
    }

    private int corner(PatchSpan span, int window, int at) {
        int row = window / columns(span) * size;
        int column = window % columns(span) * size;
        return at + (row * span.columns() + column) * channels;
    }

    private int offset(PatchSpan span, int k) {
        return (k / size * span.columns() + k % size) * channels;
    }

    private static void max(float[] best, int at, float[] in, int from, int count) {
        for (int c = 0; c < count; c += LANES) {
            vector(best, at + c).max(vector(in, from + c)).intoArray(best, at + c);
        }
    }

    private static void follow(float[] in, int best, int from, float[] place, int k, int count) {
        for (int c = 0; c < count; c += LANES) {
            FloatVector before = vector(in, best + c);
            FloatVector next = vector(in, from + c);
            var larger = next.compare(VectorOperators.GT, before);
            before.blend(next, larger).intoArray(in, best + c);
            vector(place, c).blend(k, larger).intoArray(place, c);
        }
    }

    private static void pick(float[] out, int to, float[] gradient, int from, float[] place, int k, int count) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int c = 0; c < count; c += LANES) {
            var here = vector(place, c).compare(VectorOperators.EQ, k);
            zero.blend(vector(gradient, from + c), here).intoArray(out, to + c);
        }
    }

    private static void scale(float[] row, int at, int count, float factor) {
        for (int c = 0; c < count; c += LANES) {
            vector(row, at + c).mul(factor).intoArray(row, at + c);
        }
    }

    private static FloatVector vector(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}
