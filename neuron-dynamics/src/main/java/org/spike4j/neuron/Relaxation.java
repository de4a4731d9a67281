package org.spike4j.neuron;

import org.spike4j.neuron.equation.Scheme;

/** The share of the way to its target that a quantity goes in a step dt, where tau dq/dt = target - q. */
final class Relaxation {
    private Relaxation() {}

    /** dt / tau by forward Euler; 1 - exp(-dt / tau), which is exact for a target that stays, otherwise. */
    static String share(Scheme scheme, String tau) {
        return scheme == Scheme.EULER ? "(dt / (" + tau + "))" : "(1 - exp(-dt / (" + tau + ")))";
    }
}
