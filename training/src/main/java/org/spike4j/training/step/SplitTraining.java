package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains a network by mini-batches that are cut as a {@link BatchSplit} says.
 *
 * <p>The update equals that of the whole mini-batch to the rounding of floats: gradients of parts are sums over samples and
 * are added in the order of the parts, so the result does not depend on threads; divided by all samples; and the spiking
 * layers' batch normalisation takes its statistics over the parts of all replicas. Two things differ: dropout draws other
 * numbers (they follow from seed and split), and with {@link BatchSplit#partStatistics()} the normalisation is that of
 * micro-batches. Listeners of the network hear the passes of its own part alone; score and iterations are those of the whole.
 */
final class SplitTraining implements TrainingStep {
    private static final long NEXT_PART = 0xD1B54A32D192ED03L;

    private final MultiLayerNetwork network;
    private final BatchSplit split;
    private final ReplicaMeeting meeting = new ReplicaMeeting();
    private final List<Replica> replicas = new ArrayList<>();
    private final ReplicaThreads threads;
    private long hits;
    private double loss;

    SplitTraining(MultiLayerNetwork network, BatchSplit split) {
        this.network = network;
        this.split = split;
        requireWholeSequences(network.getLayerWiseConfigurations());
        BatchNormalised.requireSplittable(network, split);
        replicas.add(Replica.itself(network, meeting.member(0)));
        for (int rank = 1; rank < split.replicas(); rank++) {
            replicas.add(Replica.copyOf(network, meeting.member(rank)));
        }
        threads = new ReplicaThreads(split.replicas());
    }

    @Override
    public void fit(DataSet batch, long seed) {
        int samples = Math.toIntExact(batch.getFeatures().size(0));
        List<DataSet> microBatches = BatchParts.of(batch, split.microBatches());
        hits = 0;
        loss = 0;
        INDArray sum = null;
        long partSeed = seed;
        for (DataSet microBatch : microBatches) {
            List<DataSet> parts = BatchParts.of(microBatch, split.replicas());
            compute(parts, partSeed, samples);
            partSeed += parts.size() * NEXT_PART;
            INDArray gradient = gathered(parts, samples);
            if (microBatches.size() > 1) {
                sum = sum == null ? gradient.dup() : sum.addi(gradient);
            }
        }
        if (sum != null) {
            replicas.get(0).gradient().assign(sum);
        }
        network.setScore(loss);
        Update.apply(network, samples);
    }

    @Override
    public long hits() {
        return hits;
    }

    @Override
    public void close() {
        threads.close();
        replicas.forEach(Replica::close);
        Workspaces.release();
    }

    private void compute(List<DataSet> parts, long seed, int samples) {
        int count = parts.stream()
                .mapToInt(part -> (int) part.getFeatures().size(0))
                .sum();
        int iteration = network.getIterationCount();
        int epoch = network.getEpochCount();
        Throwable[] failures = new Throwable[parts.size()];
        meeting.open(parts.size(), (double) count / samples);
        threads.forEach(parts.size(), rank -> {
            try {
                replicas.get(rank).compute(parts.get(rank), seed + rank * NEXT_PART, iteration, epoch);
            } catch (RuntimeException | Error e) {
                failures[rank] = e;
                meeting.fail();
            } finally {
                meeting.leave();
            }
        });
        rethrow(failures);
    }

    /** Sums gradient, loss and hits of the parts, in their order, the gradient into the network's own. */
    private INDArray gathered(List<DataSet> parts, int samples) {
        INDArray gradient = replicas.get(0).gradient();
        for (int rank = 0; rank < parts.size(); rank++) {
            Replica replica = replicas.get(rank);
            if (rank > 0) {
                gradient.addi(replica.gradient());
            }
            hits += replica.hits();
            // the regularisation is in the loss of every part, and the weights add up to 1
            loss += replica.loss() * parts.get(rank).getFeatures().size(0) / samples;
        }
        return gradient;
    }

    /** What went wrong first in the order of the replicas, not what the others heard of it. */
    private static void rethrow(Throwable[] failures) {
        Throwable first = Stream.of(failures)
                .filter(failure -> failure != null && !(failure instanceof ReplicaMeeting.Stopped))
                .findFirst()
                .orElse(null);
        if (first instanceof Error error) {
            throw error;
        } else if (first != null) {
            throw (RuntimeException) first;
        }
    }

    private static void requireWholeSequences(MultiLayerConfiguration configuration) {
        if (configuration.getBackpropType() == BackpropType.TruncatedBPTT) {
            throw new IllegalArgumentException(
                    "a network with truncated back-propagation through time cannot be trained in"
                            + " parts of a mini-batch; use standard back-propagation, or one replica and no micro-batches");
        }
    }
}
