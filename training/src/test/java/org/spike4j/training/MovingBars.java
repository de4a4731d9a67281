package org.spike4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.training.model.InputDescription;

/** Event frames of a vertical bar that moves to the left (class 0) or to the right (class 1); time tells them apart. */
final class MovingBars implements EpochData {
    static final InputDescription INPUT = InputDescription.frames(6, 2, 8, 8);

    private static final int BATCH = 8;

    @Override
    public DataSetIterator train(int epoch) {
        return draw(trainSamples(), 10 + epoch);
    }

    @Override
    public DataSetIterator validation() {
        return draw(validationSamples(), 1);
    }

    @Override
    public DataSetIterator test() {
        return draw(testSamples(), 2);
    }

    @Override
    public int trainSamples() {
        return 44;
    }

    @Override
    public int validationSamples() {
        return 12;
    }

    @Override
    public int testSamples() {
        return 32;
    }

    private static DataSetIterator draw(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DataSet> batches = new ArrayList<>();
        for (int done = 0; done < samples; done += BATCH) {
            int size = Math.min(BATCH, samples - done);
            float[][][][] features = new float[size * 2][6][8][8];
            float[][] labels = new float[size][2];
            for (int n = 0; n < size; n++) {
                int kind = random.nextInt(2);
                int start = random.nextInt(8);
                labels[n][kind] = 1;
                for (int t = 0; t < 6; t++) {
                    int x = Math.floorMod(start + (kind == 0 ? -t : t), 8);
                    int behind = Math.floorMod(x + (kind == 0 ? 1 : -1), 8);
                    for (int y = 0; y < 8; y++) {
                        features[2 * n][t][y][x] = 1;
                        features[2 * n + 1][t][y][behind] = random.nextInt(4) == 0 ? 0 : 1;
                    }
                }
            }
            batches.add(new DataSet(Nd4j.create(features).reshape(size, 2, 6, 8, 8), Nd4j.create(labels)));
        }
        return new ExistingDataSetIterator(batches.iterator());
    }
}
