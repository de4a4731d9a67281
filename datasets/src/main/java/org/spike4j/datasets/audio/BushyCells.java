package org.spike4j.datasets.audio;

/**
 * Cells behind the nerve that fire when many of its fibres do: leaky integrate-and-fire neurons. Each one sums the spikes
 * that its F fibres send on average, at the rate r, and for each sample, of duration dt, does
 *
 * <pre>
 * v' = exp(-dt / tau) v + F r dt
 * spike if v' &gt;= theta;  then v' = 0, and it stays 0 for the refractory time
 * </pre>
 *
 * <p>A constant rate above theta / (F tau) ends in a spike each refractory + tau ln(F r tau / (F r tau - theta)) seconds,
 * up to a sample. Bushy cells that pool hair cells are how Cramer et al. 2020 get from the nerve to spikes; here the fibres
 * are their mean, so that a sound always gives the same spikes.
 */
final class BushyCells {
    private final double keep;
    private final double weight;
    private final double threshold;
    private final int refractory;
    private final double[] membrane;
    private final int[] waiting;

    /**
     * Cells at rest.
     *
     * @param cells how many
     * @param settings time constants, threshold and number of fibres
     * @param dt duration of a sample in seconds
     */
    BushyCells(int cells, Cochlea settings, double dt) {
        keep = Math.exp(-dt / settings.tau());
        weight = settings.fibres() * dt;
        threshold = settings.threshold();
        refractory = (int) Math.round(settings.refractory() / dt);
        membrane = new double[cells];
        waiting = new int[cells];
    }

    /** The next sample of one cell, with the rate of its fibres; true if it spikes. */
    boolean step(int cell, double rate) {
        if (waiting[cell] > 0) {
            waiting[cell]--;
            return false;
        }
        double v = keep * membrane[cell] + weight * rate;
        boolean spike = v >= threshold;
        membrane[cell] = spike ? 0 : v;
        waiting[cell] = spike ? refractory : 0;
        return spike;
    }
}
