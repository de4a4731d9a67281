package org.spike4j.datasets.text.synthetic;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Sentences that judge. {@code %N} and {@code %M} are things, {@code %A} is the word whose meaning the sentence takes
 * over or turns round, {@code %B} one of the opposite meaning.
 *
 * <p>Plain sentences are three times as frequent as the others, so that single words of judgement tell something: two of
 * three reviews. For the rest one must heed negation and order.
 */
enum Opinion {
    PLAIN("the %N was %A", false, 3),
    VERY("the %N was really %A", false, 3),
    FOUND("I found the %N %A", false, 3),
    BUT("the %M was %B but the %N was %A", false, 1),
    ALTHOUGH("although the %M was %B the %N was %A", false, 1),
    NOT("the %N was not %A", true, 1),
    NEVER("the %N was never %A", true, 1),
    NOBODY("nobody could call the %N %A", true, 1),
    MAIN_FIRST("the %N was %A although the %M was %B", false, 1),
    FAR("far from %B the %N was %A", false, 1),
    HOPED("I hoped for a %B %N and got a %A one", false, 1),
    INSTEAD("the %N turned out %A instead of %B", false, 1);

    private final List<String> words;
    private final boolean turned;
    private final int weight;

    Opinion(String sentence, boolean turned, int weight) {
        this.words = Arrays.asList(sentence.split(" "));
        this.turned = turned;
        this.weight = weight;
    }

    /** Each sentence as often as it has weight. */
    static List<Opinion> weighted() {
        return Arrays.stream(values())
                .flatMap(opinion -> Collections.nCopies(opinion.weight, opinion).stream())
                .toList();
    }

    /** The words of the sentence, with places to fill. */
    List<String> words() {
        return words;
    }

    /** Whether the sentence means the opposite of its word A. */
    boolean turned() {
        return turned;
    }
}
