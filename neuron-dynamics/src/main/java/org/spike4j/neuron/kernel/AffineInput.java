package org.spike4j.neuron.kernel;

import java.util.EnumSet;
import java.util.Set;

/**
 * An affine map of the input of each channel, x -&gt; scale x + shift, folded into the coefficients of the step, so that a
 * bias or a batch normalisation in front of a neuron costs no pass over memory.
 *
 * <p>With h = a v + b (scale x + shift) + c: gain' = b scale, drive' = c + b shift.
 *
 * @param scale one a channel; not copied
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
        double[] gain = new double[channels];
        double[] drive = new double[channels];
        for (int c = 0; c < channels; c++) {
            double b = base.get(Coefficient.GAIN, c);
            gain[c] = b * scale[c];
            drive[c] = base.get(Coefficient.DRIVE, c) + b * shift[c];
        }
        Coefficients folded = base.copy();
        folded.set(Coefficient.GAIN, gain);
        folded.set(Coefficient.DRIVE, drive);
        return folded;
    }

    /**
     * The coefficients whose gradients the map needs besides those of the neuron.
     *
     * @param wanted coefficients wanted for the neuron; not modified
     * @return wanted, with gain and drive
     */
    public static Set<Coefficient> alsoWanted(Set<Coefficient> wanted) {
        Set<Coefficient> all = EnumSet.of(Coefficient.GAIN, Coefficient.DRIVE);
        all.addAll(wanted);
        return all;
    }

    /**
     * Takes the gradients with respect to the folded coefficients apart.
     *
     * @param folded gradients of a backward pass with the folded coefficients, gain and drive among them; afterwards they
     *     are those with respect to the base coefficients
     * @param base coefficients of the neuron alone; not modified
     * @return gradients with respect to scale and shift
     */
    public AffineInput pullBackInPlace(CoefficientGradients folded, Coefficients base) {
        int channels = base.channels();
        double[] scaleGradient = new double[channels];
        double[] shiftGradient = new double[channels];
        for (int c = 0; c < channels; c++) {
            double b = base.get(Coefficient.GAIN, c);
            double gain = folded.get(Coefficient.GAIN, c);
            double drive = folded.get(Coefficient.DRIVE, c);
            scaleGradient[c] = b * gain;
            shiftGradient[c] = b * drive;
            folded.set(Coefficient.GAIN, c, scale[c] * gain + shift[c] * drive);
        }
        return new AffineInput(scaleGradient, shiftGradient);
    }
}
