package org.spike4j.datasets.text.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.sets.Imdb;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.text.WordSteps;
import org.spike4j.datasets.text.WordSteps.Kept;
import org.spike4j.datasets.text.Words;

class SyntheticReviewsTest {
    private static final SyntheticReviewSettings SMALL =
            SyntheticReviewSettings.defaults().withReviews(20, 5);

    @Test
    void reviewsAreReadInTheLayoutOfImdb(@TempDir Path folder) throws IOException {
        Path made = SyntheticReviews.prepare(folder.resolve("reviews"), SMALL);
        Imdb reviews = Imdb.open(made, new WordSteps(32, Kept.LAST), 100, 0.1, 1);

        assertThat(reviews.shape()).isEqualTo(SampleShape.vectors(32, 101));
        assertThat(reviews.samples(Split.TRAIN)).hasSize(36);
        assertThat(reviews.samples(Split.VALIDATION)).hasSize(4);
        assertThat(reviews.samples(Split.TEST)).hasSize(10);
    }

    @Test
    void noReviewIsLongerThanTheRecipeReads() {
        ReviewWriter writer = new ReviewWriter(new SplittableRandom(1), false);
        for (int i = 0; i < 3000; i++) {
            assertThat(Words.of(writer.review(i % 2 == 0))).hasSizeBetween(4, 40);
        }
    }

    /** A judge of single words (naive Bayes over words) that learned from 3000 reviews is right in two of three. */
    @Test
    void singleWordsTellTheClassOfTwoInThreeReviews() {
        SplittableRandom random = new SplittableRandom(2);
        Map<String, double[]> counts = new HashMap<>();
        ReviewWriter train = new ReviewWriter(random, false);
        for (int i = 0; i < 3000; i++) {
            int label = i % 2;
            for (String word : new HashSet<>(Words.of(train.review(label == 1)))) {
                counts.computeIfAbsent(word, w -> new double[] {1, 1})[label]++;
            }
        }
        ReviewWriter again = new ReviewWriter(random, false);
        int right = 0;
        int reviews = 2000;
        for (int i = 0; i < reviews; i++) {
            int label = i % 2;
            double evidence = 0;
            for (String word : new HashSet<>(Words.of(again.review(label == 1)))) {
                double[] seen = counts.getOrDefault(word, new double[] {1, 1});
                evidence += Math.log(seen[1] / seen[0]);
            }
            right += (evidence > 0) == (label == 1) ? 1 : 0;
        }
        assertThat(right / (double) reviews).isCloseTo(0.667, within(0.05));
    }

    @Test
    void noJudgementOfATestWasLearnedFrom() {
        Set<String> train = judgements(false);
        List<String> both = new ArrayList<>(judgements(true));
        both.retainAll(train);

        assertThat(train).hasSize(5 * 16); // five kinds of sentence, four fifths of twenty words
        assertThat(both).isEmpty();
    }

    @Test
    void equalSettingsGiveEqualTexts(@TempDir Path folder) throws IOException {
        Path first = SyntheticReviews.prepare(folder.resolve("a"), SMALL);
        Path second = SyntheticReviews.prepare(folder.resolve("b"), SMALL);
        Path reviews = Path.of("aclImdb", "test", "pos");
        try (var files = Files.list(first.resolve(reviews))) {
            for (Path file : files.toList()) {
                assertThat(second.resolve(reviews).resolve(file.getFileName())).hasSameTextualContentAs(file);
            }
        }
    }

    /** The plain sentences "the N was A" and "the N was not A", without their thing. */
    private static Set<String> judgements(boolean test) {
        ReviewWriter writer = new ReviewWriter(new SplittableRandom(4), test);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            for (String sentence : writer.review(i % 2 == 0).split("\\.")) {
                String words = String.join(" ", Words.of(sentence));
                if (words.matches("the \\w+ was (not |really )?\\w+|nobody could call the \\w+ \\w+")
                        || words.matches("i found the \\w+ \\w+")) {
                    found.add(words.replaceFirst("the \\w+", "the"));
                }
            }
        }
        found.remove("the was half empty");
        return found;
    }
}
