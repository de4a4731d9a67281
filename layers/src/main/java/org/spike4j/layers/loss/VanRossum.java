package org.spike4j.layers.loss;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;

/**
 * Distance of van Rossum (2001, Neural Computation 13) between what the neurons put out and wanted trains y: both are
 * filtered by a kernel exp(-t / tau), and the square of their difference is integrated over all time, exactly for spikes at
 * the steps and also behind the last one.
 *
 * <pre>
 * a = exp(-1 / tau)
 * e_t = a e_(t-1) + x_t - y_t,  e_0 = 0
 * D = (1 - a^2) / 2 (sum over t &lt; T of e_t^2) + 1 / 2 e_T^2   for each class
 * L = mean over k of D_k
 * </pre>
 *
 * <p>A spike too many or too few counts 1/2, a spike that is d steps away from where it should be 1 - exp(-d / tau). Output:
 * x, as [N, K, T]; labels are of the same shape.
 *
 * @param tau time constant of the kernel in steps
 */
public record VanRossum(@JsonProperty("tau") double tau) implements SequenceLoss {

    /** Checks the constant. */
    public VanRossum {
        if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tau must be > 0 steps, was " + tau);
        }
    }

    /**
     * The distance with a time constant.
     *
     * @param tau in steps, above 0
     * @return the loss
     */
    public static VanRossum withTauInSteps(double tau) {
        return new VanRossum(tau);
    }

    @Override
    public Reduction reduction() {
        return Reduction.LAST;
    }

    @Override
    public boolean takesTrains() {
        return true;
    }

    @Override
    public boolean putsOutTrains() {
        return true;
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        double a = Math.exp(-1 / tau);
        int classes = x.classes();
        int last = label.length - classes;
        double loss = 0;
        for (int at = 0; at < label.length; at++) {
            double before = at < classes ? 0 : gradient[at - classes];
            double e = a * before + x.values()[at] - label[at];
            gradient[at] = e;
            loss += weight(at, last, a) * e * e / classes;
        }
        for (int at = label.length - 1; at >= 0; at--) {
            double later = at < last ? a * gradient[at + classes] : 0;
            gradient[at] = 2 * weight(at, last, a) * gradient[at] / classes + later;
        }
        return loss;
    }

    private static double weight(int at, int last, double a) {
        return at < last ? (1 - a * a) / 2 : 0.5;
    }
}
