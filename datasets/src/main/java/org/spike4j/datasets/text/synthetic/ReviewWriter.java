package org.spike4j.datasets.text.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes reviews: a sentence that judges, and before it or after it at times one that says nothing.
 *
 * <p>Each pair of a sentence and a word of judgement belongs to the reviews to train with or, one in five, to those to
 * test with; half of the things to judge are named in test reviews only. So no judgement of a test was learned from, and
 * some of its words are unknown.
 */
final class ReviewWriter {
    private static final int TESTED = 5;

    private static final List<Opinion> OPINIONS = Opinion.weighted();
    private static final List<String> GOOD = List.of(
            "good", "brilliant", "charming", "clever", "funny", "moving", "gripping", "fresh", "warm", "superb");
    private static final List<String> BAD =
            List.of("bad", "dull", "clumsy", "stupid", "boring", "cold", "tedious", "stale", "flat", "awful");
    private static final List<String> THINGS =
            List.of("film", "plot", "acting", "story", "ending", "music", "cast", "script");
    private static final List<String> TEST_THINGS =
            List.of("camera", "dialogue", "soundtrack", "finale", "editing", "staging", "opening", "humour");
    private static final List<String> FILLERS = List.of(
            "I saw it on a rainy evening with my sister",
            "it is about two brothers and a boat",
            "the cinema was half empty",
            "it runs for about two hours",
            "we had read the book before",
            "the director has made three films",
            "most of it plays in a small town",
            "there are trains and letters in it",
            "my friend wanted to see it again",
            "they showed it without a break");

    private final SplittableRandom random;
    private final boolean test;

    ReviewWriter(SplittableRandom random, boolean test) {
        this.random = random;
        this.test = test;
    }

    /** A review that is for the film, or against it. */
    String review(boolean positive) {
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            append(text, one(FILLERS));
        }
        append(text, opinion(positive));
        if (random.nextInt(3) == 0) {
            append(text, one(FILLERS));
        }
        return text.toString();
    }

    private String opinion(boolean positive) {
        while (true) {
            Opinion opinion = one(OPINIONS);
            boolean good = positive != opinion.turned();
            int judgement = random.nextInt(GOOD.size());
            if (isTested(opinion, judgement) != test) {
                continue;
            }
            return filled(opinion, (good ? GOOD : BAD).get(judgement), one(good ? BAD : GOOD));
        }
    }

    private static boolean isTested(Opinion opinion, int judgement) {
        return (opinion.ordinal() + judgement) % TESTED == 0;
    }

    private String filled(Opinion opinion, String judgement, String opposite) {
        return String.join(" ", opinion.words())
                .replace("%A", judgement)
                .replace("%B", opposite)
                .replace("%N", thing())
                .replace("%M", thing());
    }

    private String thing() {
        return test && random.nextBoolean() ? one(TEST_THINGS) : one(THINGS);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void append(StringBuilder text, String sentence) {
        text.append(text.length() == 0 ? "" : " ")
                .append(Character.toUpperCase(sentence.charAt(0)))
                .append(sentence.substring(1))
                .append('.');
    }
}
