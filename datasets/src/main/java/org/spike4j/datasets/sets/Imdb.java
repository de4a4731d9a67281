package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.text.Vocabulary;
import org.spike4j.datasets.text.WordSteps;
import org.spike4j.datasets.text.Words;

/**
 * The Large Movie Review data set (IMDB), or another set of its layout: folders {@code train/neg}, {@code train/pos},
 * {@code test/neg} and {@code test/pos} with a text file for each review, in the folder or in {@code aclImdb} in it. The
 * real set has 25,000 reviews to train with and 25,000 to test with; its folder {@code train/unsup} is left out.
 *
 * <p>A review becomes [T, words + 1], one word a step as {@link WordSteps} says. The vocabulary is that of the reviews to
 * train on, without those held out; other words are unknown and have a number of their own, 0.
 *
 * <p>All reviews are read when the set is opened and held as word numbers. Validation: a share of each class of the
 * training part, drawn from a seed.
 *
 * <p>Source: A. Maas et al., "Learning Word Vectors for Sentiment Analysis", ACL 2011.
 */
public final class Imdb implements TensorDataSet {
    private static final String INNER = "aclImdb";
    private static final List<String> FOLDERS = List.of("neg", "pos");
    private static final long MOST_BYTES = 1 << 20;

    private final SampleShape shape;
    private final PartedSamples<TensorSample> parts;

    private Imdb(SampleShape shape, PartedSamples<TensorSample> parts) {
        this.shape = shape;
        this.parts = parts;
    }

    /** A review and its label. */
    private record Review(Path file, int label, List<String> words) {}

    /**
     * Reads a data set.
     *
     * @param folder the folder of train and test, or the one of aclImdb
     * @param steps how a review becomes steps of time
     * @param vocabulary words to know at most
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws ListFileException if a folder is missing or empty, or a file is too large for a review
     * @throws IOException if a file cannot be read
     */
    public static Imdb open(Path folder, WordSteps steps, int vocabulary, double validationShare, long seed)
            throws IOException {
        Path root = Files.isDirectory(folder.resolve(INNER)) ? folder.resolve(INNER) : folder;
        Map<String, String> seen = new HashMap<>();
        List<Review> listed = reviews(root.resolve("train"), steps, seen);
        Set<Integer> held =
                HeldOut.stratified(listed.stream().map(Review::label).toList(), validationShare, seed);
        PartedSamples<Review> parts = PartedSamples.of(listed, held, reviews(root.resolve("test"), steps, seen));
        Vocabulary known =
                Vocabulary.of(parts.train().stream().map(Review::words).toList(), vocabulary);
        SampleShape shape = SampleShape.vectors(steps.steps(), vocabulary + 1);
        return new Imdb(
                shape,
                new PartedSamples<>(
                        samples(parts.train(), known, steps, shape),
                        samples(parts.validation(), known, steps, shape),
                        samples(parts.test(), known, steps, shape)));
    }

    @Override
    public String name() {
        return "IMDB reviews";
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return List.of("negative", "positive");
    }

    @Override
    public List<TensorSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<TensorSample> samples(
            List<Review> reviews, Vocabulary known, WordSteps steps, SampleShape shape) {
        List<TensorSample> samples = new ArrayList<>();
        for (Review review : reviews) {
            int[] numbers = known.numbers(review.words());
            String name = review.file().getFileName().toString();
            samples.add(new TensorSample(name, review.label(), name, () -> steps.oneHot(numbers, shape.channels())));
        }
        return List.copyOf(samples);
    }

    /** Equal words become one object, since millions of them are held until the vocabulary is known. */
    private static List<Review> reviews(Path part, WordSteps steps, Map<String, String> seen) throws IOException {
        List<Review> reviews = new ArrayList<>();
        for (int label = 0; label < FOLDERS.size(); label++) {
            Path folder = part.resolve(FOLDERS.get(label));
            if (!Files.isDirectory(folder)) {
                throw new ListFileException(
                        folder, "no such folder; reviews lie in train/neg, train/pos, test/neg and test/pos");
            }
            List<Path> files;
            try (Stream<Path> content = Files.list(folder)) {
                files = content.filter(file -> file.toString().endsWith(".txt"))
                        .sorted()
                        .toList();
            }
            if (files.isEmpty()) {
                throw new ListFileException(folder, "holds no .txt file with a review");
            }
            for (Path file : files) {
                List<String> words = steps.cut(Words.of(text(file)));
                reviews.add(new Review(
                        file,
                        label,
                        words.stream()
                                .map(word -> seen.computeIfAbsent(word, w -> w))
                                .toList()));
            }
        }
        return reviews;
    }

    /** Bytes that are no UTF-8 become the replacement character, which separates words. */
    private static String text(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new ListFileException(
                    file, "a review of at most " + MOST_BYTES + " bytes was wanted, it has " + size);
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
