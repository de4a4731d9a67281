package org.spike4j.datasets.volume.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.format.numpy.NumberArray;
import org.spike4j.datasets.synthetic.MadeFolder;

/**
 * Makes up volumes and writes them in the layout of LUNA16 patches, so that they are read by the very code that reads
 * real ones: {@code train} and {@code test}, with {@code LABEL_SERIES_INDEX.npy} of 8 x 32 x 32 bytes.
 *
 * <p>A nodule stays in its place, a vessel moves on from slice to slice. Where a body lies in a slice, its size, its
 * density and all that is around it have equal distributions for both; so only the order of slices tells them apart.
 */
public final class SyntheticVolumes {
    /** To be raised whenever equal settings would give other bytes. */
    private static final int VERSION = 1;

    private SyntheticVolumes() {}

    /**
     * Makes the volumes, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds other made-up data
     * @param settings what to make up
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public static Path prepare(Path folder, SyntheticVolumeSettings settings) throws IOException {
        return new MadeFolder("Volumes, version " + VERSION + ", " + settings).prepare(folder, part -> {
            SplittableRandom random = new SplittableRandom(settings.seed());
            write(part.resolve("train"), 0, settings.trainSeries(), settings.perSeries(), random);
            write(part.resolve("test"), settings.trainSeries(), settings.testSeries(), settings.perSeries(), random);
        });
    }

    private static void write(Path folder, int first, int series, int perSeries, SplittableRandom random)
            throws IOException {
        Files.createDirectory(folder);
        for (int number = first; number < first + series; number++) {
            Scan scan = Scan.drawn(random);
            for (int index = 0; index < 2 * perSeries; index++) {
                int label = index % 2;
                String name = String.format("%d_made-up-%04d_%d.npy", label, number, index);
                byte[] patch = scan.patch(random, label == 1);
                NumberArray.writeBytes(folder.resolve(name), List.of(Scan.DEPTH, Scan.SIDE, Scan.SIDE), patch);
            }
        }
    }
}
