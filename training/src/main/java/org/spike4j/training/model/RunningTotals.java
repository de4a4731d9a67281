package org.spike4j.training.model;

/**
 * Sums over the iterations of an epoch so far.
 *
 * @param iterations done
 * @param samples seen
 * @param correct samples predicted rightly
 * @param lossSum sum over the samples of their loss
 * @param seconds spent
 * @param waitSeconds of them, waiting for data
 */
public record RunningTotals(
        int iterations, long samples, long correct, double lossSum, double seconds, double waitSeconds) {

    /** The totals of an epoch that has not begun. */
    public static final RunningTotals NONE = new RunningTotals(0, 0, 0, 0, 0, 0);

    /**
     * These totals and one more iteration.
     *
     * @param batch samples
     * @param right of them, predicted rightly
     * @param loss mean loss of the batch
     * @param took seconds
     * @param waited of them, waiting for data
     * @return new totals
     */
    public RunningTotals plus(long batch, long right, double loss, double took, double waited) {
        return new RunningTotals(
                iterations + 1,
                samples + batch,
                correct + right,
                lossSum + loss * batch,
                seconds + took,
                waitSeconds + waited);
    }

    /**
     * Mean loss.
     *
     * @return loss, NaN before the first sample
     */
    public double loss() {
        return lossSum / samples;
    }

    /**
     * Share of the samples predicted rightly.
     *
     * @return 0 to 1, NaN before the first sample
     */
    public double accuracy() {
        return (double) correct / samples;
    }

    /**
     * Throughput.
     *
     * @return samples a second, 0 before time has passed
     */
    public double samplesPerSecond() {
        return seconds > 0 ? samples / seconds : 0;
    }

    /**
     * Share of the time spent waiting for data.
     *
     * @return 0 to 1
     */
    public double waitShare() {
        return seconds > 0 ? waitSeconds / seconds : 0;
    }
}
