package org.spike4j.neuron.kernel;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An affine map of the input of each channel, x -&gt; scale x + shift, folded into the coefficients of the step, so that a
 * bias or a batch normalisation in front of a neuron costs no pass over memory.
 *
 * <p>With h = a v + b (scale x + shift) + c: gain' = b scale, drive' = c + b shift.
 *
 * @param scale one a channel, not copied; null for 1 throughout, whose gradient is not taken
 * @param shift one a channel; not copied
 */
public record AffineInput(double[] scale, double[] shift) {

    /**
     * Folds the map into the coefficients.
     *
     * @param base coefficients of the neuron alone; not modified
     * @return coefficients of map and neuron together
     */
    public Coefficients foldInto(Coefficients base) {
        int channels = base.channels();
        double[] drive = new double[channels];
        for (int c = 0; c < channels; c++) {
            drive[c] = base.get(Coefficient.DRIVE, c) + base.get(Coefficient.GAIN, c) * shift[c];
        }
        Coefficients folded = base.copy();
        folded.set(Coefficient.DRIVE, drive);
        if (scale != null) {
            double[] gain = new double[channels];
            for (int c = 0; c < channels; c++) {
                gain[c] = base.get(Coefficient.GAIN, c) * scale[c];
            }
            folded.set(Coefficient.GAIN, gain);
        }
        return folded;
    }

    /**
     * This map for channels whose neurons have coefficients of their own.
     *
     * @param times neurons of a channel
     * @return a map with every value repeated so often
     */
    public AffineInput repeated(int times) {
        return new AffineInput(repeated(scale, times), repeated(shift, times));
    }

    private static double[] repeated(double[] values, int times) {
        if (values == null) {
            return null;
        }
        double[] all = new double[values.length * times];
        Arrays.setAll(all, k -> values[k / times]);
        return all;
    }

    /**
     * Gradients by channel from those by neuron.
     *
     * @param times neurons of a channel
     * @return a map with the sums of so many values each
     */
    public AffineInput summed(int times) {
        return new AffineInput(summed(scale, times), summed(shift, times));
    }

    private static double[] summed(double[] values, int times) {
        if (values == null) {
            return null;
        }
        double[] sums = new double[values.length / times];
        for (int k = 0; k < values.length; k++) {
            sums[k / times] += values[k];
        }
        return sums;
    }

    /**
     * The coefficients whose gradients the map needs besides those of the neuron.
     *
     * @param wanted coefficients wanted for the neuron; not modified
     * @return wanted, with drive, and with gain where there is a scale
     */
    public Set<StepCoefficient> alsoWanted(Set<? extends StepCoefficient> wanted) {
        Set<StepCoefficient> all = new LinkedHashSet<>();
        all.add(Coefficient.DRIVE);
        if (scale != null) {
            all.add(Coefficient.GAIN);
        }
        all.addAll(wanted);
        return all;
    }

    /**
     * Takes the gradients with respect to the folded coefficients apart.
     *
     * @param folded gradients of a backward pass with the folded coefficients, at least those of {@link #alsoWanted};
     *     afterwards they are those with respect to the base coefficients
     * @param base coefficients of the neuron alone; not modified
     * @return gradients with respect to scale, null where there is none, and shift
     */
    public AffineInput pullBackInPlace(CoefficientGradients folded, Coefficients base) {
        int channels = base.channels();
        double[] scaleGradient = scale == null ? null : new double[channels];
        double[] shiftGradient = new double[channels];
        for (int c = 0; c < channels; c++) {
            double b = base.get(Coefficient.GAIN, c);
            double drive = folded.get(Coefficient.DRIVE, c);
            shiftGradient[c] = b * drive;
            if (folded.has(Coefficient.GAIN)) {
                double gain = folded.get(Coefficient.GAIN, c);
                double factor = scale == null ? 1 : scale[c];
                folded.set(Coefficient.GAIN, c, factor * gain + shift[c] * drive);
                if (scale != null) {
                    scaleGradient[c] = b * gain;
                }
            }
        }
        return new AffineInput(scaleGradient, shiftGradient);
    }
}
