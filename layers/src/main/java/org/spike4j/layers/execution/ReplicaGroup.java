package org.spike4j.layers.execution;

import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelMoments;

/**
 * The replicas that share a mini-batch, as one of them sees them. A layer that takes statistics over the mini-batch asks its
 * group in the forward and in the backward pass; all replicas ask in the same order, and each gets the same answer.
 *
 * <p>Gradients stay those of the replica's own part; whoever trains adds them up.
 */
public interface ReplicaGroup {

    /** A network that has its mini-batch for itself. */
    ReplicaGroup ALONE = new ReplicaGroup() {
        @Override
        public ChannelMoments merged(ChannelMoments part) {
            return part;
        }

        @Override
        public AffineInput summed(AffineInput part) {
            return part;
        }

        @Override
        public double[] summed(double[] part) {
            return part;
        }

        @Override
        public double shareOfAverages() {
            return 1;
        }
    };

    /**
     * Moments over the mini-batch.
     *
     * @param part moments over this replica's part; not modified
     * @return moments over all parts
     */
    ChannelMoments merged(ChannelMoments part);

    /**
     * The gradient with respect to an affine map that all replicas apply.
     *
     * @param part sums over this replica's part; not modified
     * @return sums over all parts
     */
    AffineInput summed(AffineInput part);

    /**
     * Sums over the mini-batch.
     *
     * @param part sums over this replica's part; not modified
     * @return sums over all parts
     */
    double[] summed(double[] part);

    /**
     * This replica's share of the step of the running averages, which is not a sum over samples; the shares of all parts of
     * a mini-batch add up to 1.
     *
     * @return 0 to 1
     */
    double shareOfAverages();
}
