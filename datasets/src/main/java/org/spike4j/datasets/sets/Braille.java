package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.pickle.NumpyArray;
import org.spike4j.datasets.format.pickle.PickleFile;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * Tactile Braille Letters: a robot's fingertip with 12 taxels slides over the 26 letters and a space, 50 times each.
 *
 * <p>Layout: one {@code .pkl.gz} or {@code .pkl} file in the folder, a list of dictionaries with {@code letter} and {@code
 * taxel_data}, an array [T, 12] of 0 to 255, of which the first steps are taken. {@link Touch} says what becomes of it.
 * Test and validation are shares of each letter, 20 % and what is asked for of the rest; the test is drawn from seed 0, so
 * that it stays the same whatever the seed.
 *
 * <p>Source: S. Müller-Cleve et al., "Braille letter reading: A benchmark for spatio-temporal pattern recognition on
 * neuromorphic hardware", Frontiers in Neuroscience 16:951164, 2022; data CC BY 4.0, zenodo.org/records/6556273.
 */
public final class Braille implements TensorDataSet {
    /** Taxels of the fingertip. */
    static final int TAXELS = 12;

    private static final double TEST_SHARE = 0.2;
    private static final long TEST_SEED = 0;

    private final SampleShape shape;
    private final List<String> letters;
    private final Map<Split, List<TensorSample>> samples;

    private Braille(SampleShape shape, List<String> letters, Map<Split, List<TensorSample>> samples) {
        this.shape = shape;
        this.letters = letters;
        this.samples = samples;
    }

    /**
     * Opens a data set and reads all of it, some 10 MB.
     *
     * @param folder the folder
     * @param steps time steps that are taken of each series, at least 2
     * @param touch what becomes of the taxels
     * @param validationShare share of what is not for the test that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set; letters are in the order in which they come in the file
     * @throws IOException if there is no such file, it breaks its format, or a series is shorter
     */
    public static Braille open(Path folder, int steps, Touch touch, double validationShare, long seed)
            throws IOException {
        Path file = file(folder);
        List<String> letters = new ArrayList<>();
        List<TensorSample> all = new ArrayList<>();
        for (Map<String, Object> row : PickleFile.rows(file)) {
            String what = "row " + all.size();
            if (!(row.get("letter") instanceof String letter) || !(row.get("taxel_data") instanceof NumpyArray data)) {
                throw wrong(file, "letter and taxel_data in " + what, "other keys or values");
            }
            if (data.shape().size() != 2
                    || data.shape().get(0) < steps
                    || data.shape().get(1) != TAXELS) {
                throw wrong(
                        file,
                        "taxel_data of [T, " + TAXELS + "] with T of at least " + steps + " steps in " + what,
                        data.shape().toString());
            }
            if (!letters.contains(letter)) {
                letters.add(letter);
            }
            float[] series = touch.series(data.values(), steps);
            all.add(new TensorSample(letter + ", " + what, letters.indexOf(letter), what, () -> series));
        }
        SampleShape shape = SampleShape.vectors(steps, touch.features());
        return new Braille(shape, List.copyOf(letters), parts(all, validationShare, seed));
    }

    @Override
    public String name() {
        return "Braille letters";
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return letters;
    }

    @Override
    public List<TensorSample> samples(Split split) {
        return samples.get(split);
    }

    private static Map<Split, List<TensorSample>> parts(List<TensorSample> all, double validationShare, long seed) {
        Map<Split, List<TensorSample>> parts = new EnumMap<>(Split.class);
        List<TensorSample> rest = divide(all, TEST_SHARE, TEST_SEED, parts, Split.TEST);
        parts.put(Split.TRAIN, divide(rest, validationShare, seed, parts, Split.VALIDATION));
        return parts;
    }

    /** Puts a share of each letter into a part and returns the others. */
    private static List<TensorSample> divide(
            List<TensorSample> samples, double share, long seed, Map<Split, List<TensorSample>> parts, Split part) {
        Set<Integer> held =
                HeldOut.stratified(samples.stream().map(TensorSample::label).toList(), share, seed);
        List<TensorSample> taken = new ArrayList<>();
        List<TensorSample> others = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            (held.contains(i) ? taken : others).add(samples.get(i));
        }
        parts.put(part, List.copyOf(taken));
        return List.copyOf(others);
    }

    private static Path file(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(folder, "no such folder; give the folder of the Braille letters");
        }
        List<Path> files;
        try (Stream<Path> content = Files.list(folder)) {
            files = content.filter(file -> file.toString().matches(".*\\.pkl(\\.gz)?"))
                    .toList();
        }
        if (files.size() != 1) {
            throw new ListFileException(folder, "wanted one .pkl.gz or .pkl file, found " + files.size());
        }
        return files.get(0);
    }

    private static EventFileException wrong(Path file, String wanted, String found) {
        return new EventFileException(file, 0, wanted, found, "use the Tactile Braille Letters of zenodo.org 6556273");
    }
}
