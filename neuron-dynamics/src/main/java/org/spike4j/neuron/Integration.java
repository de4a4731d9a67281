package org.spike4j.neuron;

/** How the decay of one step follows from the time constant. */
public enum Integration {
    /** Forward Euler: decay = 1 - dt / tau. Needs tau &gt;= dt. */
    EULER {
        @Override
        double decay(double tau, double dt) {
            return 1 - dt / tau;
        }

        @Override
        double decaySlope(double tau, double dt) {
            return dt / (tau * tau);
        }
    },
    /** Exact solution over a step of constant input: decay = exp(-dt / tau). */
    EXACT {
        @Override
        double decay(double tau, double dt) {
            return Math.exp(-dt / tau);
        }

        @Override
        double decaySlope(double tau, double dt) {
            return Math.exp(-dt / tau) * dt / (tau * tau);
        }
    };

    /** Share of the membrane that is left after one step. */
    abstract double decay(double tau, double dt);

    /** Derivative of {@link #decay} with respect to tau. */
    abstract double decaySlope(double tau, double dt);
}
