package org.spike4j.neuron;

import org.spike4j.neuron.equation.Scheme;

/** What neurons share whose membrane v rises by itself to the spike, by tau dv/dt = pull. */
final class Upstroke {
    private Upstroke() {}

    /** Checks the integration of the membrane. */
    static void check(double tau, double dt, int subSteps, Scheme scheme) {
        Checks.time(dt, "dt");
        Checks.subSteps(subSteps);
        Checks.approximateScheme(scheme);
        Checks.time(tau, "tau");
        if (scheme == Scheme.EULER) {
            Checks.eulerTime(tau, dt / subSteps, "tau");
        }
    }

    /** The constant tau, which forward Euler bounds from below. */
    static Constant tau(double tau, double dt, int subSteps, Scheme scheme) {
        return new Constant("tau", tau, Domain.above(scheme == Scheme.EULER ? dt / subSteps : 0));
    }

    /**
     * The text of a sub-step.
     *
     * @param scheme forward Euler or exponential Euler
     * @param stiffness a, where pull = -a v + what the exponential scheme holds during a step
     * @param pull in terms of v and x
     * @param firing reset in the same step
     */
    static String text(Scheme scheme, String stiffness, String pull, Firing firing) {
        String change = scheme == Scheme.EULER
                ? "dt / tau * (" + pull + ")"
                : Relaxation.share(scheme, "tau / " + stiffness) + " * (" + pull + ") / " + stiffness;
        return "state v = resetValue\nh = v + " + change + "\ns = spike(h, threshold)\n"
                + ResetStatement.of(firing.reset());
    }
}
