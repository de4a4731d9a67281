package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.layers.execution.ReplicaGroup;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelMoments;

/**
 * Where replicas, each in a thread of its own, hand each other what they have of a mini-batch. All come to every meeting, and
 * all take away the same list, in the order of the replicas, so results do not depend on who came first. If one fails, the
 * others are sent home in place of waiting for ever.
 */
final class ReplicaMeeting {
    private int members;
    private int arrived;
    private int departed;
    private long round;
    private boolean failed;
    private double share;
    private Object[] brought = {};
    private List<Object> taken = List.of();

    /** Tells a replica that another one failed. */
    static final class Stopped extends IllegalStateException {
        Stopped() {
            super("another replica failed");
        }
    }

    /**
     * Starts a pass.
     *
     * @param count replicas that take part
     * @param shareOfBatch share of the mini-batch that they have together
     */
    synchronized void open(int count, double shareOfBatch) {
        members = count;
        share = shareOfBatch;
        arrived = 0;
        departed = 0;
        failed = false;
        brought = new Object[count];
    }

    /** Ends the part of one replica in the pass. */
    synchronized void leave() {
        departed++;
        notifyAll();
    }

    /** Sends all replicas home. */
    synchronized void fail() {
        failed = true;
        notifyAll();
    }

    /** The group as one of its replicas sees it. */
    ReplicaGroup member(int rank) {
        return new Member(rank);
    }

    private synchronized List<Object> meet(int rank, Object value) {
        long mine = round;
        brought[rank] = value;
        arrived++;
        if (arrived == members) {
            taken = List.of(brought);
            arrived = 0;
            round++;
            notifyAll();
        }
        boolean interrupted = false;
        while (round == mine && !failed && departed == 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (round != mine) {
            return taken;
        } else if (failed) {
            throw new Stopped();
        }
        throw new IllegalStateException("a replica ended its pass while replica " + rank
                + " waits for its sums; replicas must run the same layers in the same order");
    }

    private synchronized double share() {
        return share;
    }

    private final class Member implements ReplicaGroup {
        private final int rank;

        Member(int rank) {
            this.rank = rank;
        }

        @Override
        public ChannelMoments merged(ChannelMoments part) {
            List<ChannelMoments> parts = new ArrayList<>();
            meet(rank, part).forEach(other -> parts.add((ChannelMoments) other));
            return ChannelMoments.merged(parts);
        }

        @Override
        public AffineInput summed(AffineInput part) {
            AffineInput sum = new AffineInput(new double[part.scale().length], new double[part.shift().length]);
            meet(rank, part).forEach(other -> addInto(sum, (AffineInput) other));
            return sum;
        }

        @Override
        public double[] summed(double[] part) {
            double[] sum = new double[part.length];
            for (Object other : meet(rank, part)) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += ((double[]) other)[k];
                }
            }
            return sum;
        }

        @Override
        public double shareOfAverages() {
            return rank == 0 ? share() : 0;
        }
    }

    private static void addInto(AffineInput sum, AffineInput part) {
        for (int c = 0; c < sum.scale().length; c++) {
            sum.scale()[c] += part.scale()[c];
            sum.shift()[c] += part.shift()[c];
        }
    }
}
