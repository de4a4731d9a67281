package org.spike4j.neuron;

/**
 * Time scaling of neurons whose current enters the membrane without a factor, v = d v + i: what a held current does to the
 * membrane grows with the number of steps, so threshold and reset value grow with it.
 */
final class CurrentUnits {
    private CurrentUnits() {}

    /**
     * Constants at another step: decays d^f, and potentials times (1 - d) / (1 - d^f) with the decay d of the membrane, 1 / f if
     * it does not leak.
     *
     * @param constants two decays, threshold, reset value; not modified
     * @param membrane which of the decays is that of the membrane
     * @param factor f, new step / old step
     */
    static double[] atTimeScale(double[] constants, int membrane, double factor) {
        double[] scaled = constants.clone();
        scaled[0] = Math.pow(constants[0], factor);
        scaled[1] = Math.pow(constants[1], factor);
        double decay = constants[membrane];
        double unit = decay == 1 ? 1 / factor : (1 - decay) / (1 - scaled[membrane]);
        scaled[2] *= unit;
        scaled[3] *= unit;
        return scaled;
    }

    /** How a neuron fires with the threshold and the reset value of such constants. */
    static Firing firing(Firing firing, double[] constants) {
        return firing.withThreshold(constants[2]).withReset(firing.reset().withValue(constants[3]));
    }
}
