package org.spike4j.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences in which each channel spikes once, in an order that is the class. The channels take turns, a gap of {@link #GAP}
 * steps apart, each on time or a step late; the first turn is at a random step. So every class has the same counts and no two
 * channels spike together: neither rates nor coincidences tell the classes apart.
 */
final class SpikeOrders {
    /** Channels. */
    static final int CHANNELS = 4;
    /** Every order of the channels. */
    static final int CLASSES = 24;
    /** Steps between turns. */
    static final int GAP = 8;
    /** Steps of a sequence; behind the last turn is time for delayed spikes. */
    static final int STEPS = 58;

    private static final int FIRST = 6; // the first turn is before this step

    private SpikeOrders() {}

    /** As many sequences of every class, shuffled: features [N, CHANNELS, STEPS], labels [N, CLASSES]. */
    static DataSet draw(int perClass, long seed) {
        Random random = new Random(seed);
        List<List<Integer>> orders = orders(new ArrayList<>(), new ArrayList<>());
        List<Integer> classes = new ArrayList<>();
        for (int k = 0; k < perClass * CLASSES; k++) {
            classes.add(k % CLASSES);
        }
        Collections.shuffle(classes, random);
        INDArray features = Nd4j.zeros(DataType.FLOAT, classes.size(), CHANNELS, STEPS);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, classes.size(), CLASSES);
        for (int n = 0; n < classes.size(); n++) {
            labels.putScalar(n, classes.get(n), 1);
            int first = 1 + random.nextInt(FIRST - 1);
            for (int turn = 0; turn < CHANNELS; turn++) {
                int step = first + turn * GAP + random.nextInt(2);
                features.putScalar(new int[] {n, orders.get(classes.get(n)).get(turn), step}, 1);
            }
        }
        return new DataSet(features, labels);
    }

    /** All orders that begin with some channels, added to a list. */
    private static List<List<Integer>> orders(List<Integer> begun, List<List<Integer>> all) {
        if (begun.size() == CHANNELS) {
            all.add(List.copyOf(begun));
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            if (!begun.contains(channel)) {
                begun.add(channel);
                orders(begun, all);
                begun.remove(begun.size() - 1);
            }
        }
        return all;
    }
}
