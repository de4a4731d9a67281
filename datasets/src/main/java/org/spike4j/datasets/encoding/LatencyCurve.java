package org.spike4j.datasets.encoding;

/** How the time of a spike depends on the value. */
public enum LatencyCurve {
    /** t = tau (1 - x). */
    LINEAR,
    /** t = T - 1 - ln(x (exp(T - 1) - 1) + 1): times of small values lie closest. */
    LOGARITHMIC,
    /** t = tau ln(y / (y - threshold)), y = max(x, threshold + 1e-7): when a membrane that is charged by x reaches the threshold. */
    MEMBRANE
}
