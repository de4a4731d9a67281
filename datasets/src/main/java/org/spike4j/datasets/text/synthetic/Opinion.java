package org.spike4j.datasets.text.synthetic;

import java.util.Arrays;
import java.util.List;

/**
 * Sentences that judge. {@code %N} and {@code %M} are things, {@code %A} is the word whose meaning the sentence takes
 * over or turns round, {@code %B} one of the opposite meaning.
 *
 * <p>Half of the sentences with one word of judgement turn it round, and those with two have one of each meaning, so no
 * word of judgement is more frequent in reviews of one class; what counts is negation and order.
 */
enum Opinion {
    PLAIN("the %N was %A", false),
    VERY("the %N was really %A", false),
    FOUND("I found the %N %A from start to end", false),
    BUT("the %M was %B but the %N was %A", false),
    ALTHOUGH("although the %M was %B the %N was %A", false),
    NOT("the %N was not %A", true),
    NEVER("the %N was never %A for a minute", true),
    NOBODY("nobody could call the %N %A", true),
    MAIN_FIRST("the %N was %A although the %M was %B", false),
    FAR("far from %B the %N was %A", false),
    HOPED("I hoped for a %B %N and got a %A one", false),
    INSTEAD("the %N turned out %A instead of %B", false);

    private final List<String> words;
    private final boolean turned;

    Opinion(String sentence, boolean turned) {
        this.words = Arrays.asList(sentence.split(" "));
        this.turned = turned;
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
