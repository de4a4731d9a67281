package org.spike4j.datasets.text;

import java.util.List;

/**
 * A text as steps of time, one word a step. A text that is too long is cut, one that is too short begins with silent
 * steps, so that every text ends at the last step.
 *
 * @param steps time steps T, at least 1
 * @param kept which words of a long text are kept
 */
public record WordSteps(int steps, Kept kept) {

    /** Which end of a long text is kept. */
    public enum Kept {
        /** Its first words. */
        FIRST,
        /** Its last words. */
        LAST
    }

    /** Checks the number. */
    public WordSteps {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be >= 1, was " + steps);
        }
    }

    /**
     * The words that are kept.
     *
     * @param words all words of a text; not modified
     * @return at most {@link #steps} of them, in order
     */
    public List<String> cut(List<String> words) {
        int spare = Math.max(0, words.size() - steps);
        return kept == Kept.FIRST ? words.subList(0, words.size() - spare) : words.subList(spare, words.size());
    }

    /**
     * Words as vectors: x[t, k] = 1 if the word at step t has the number k, all others 0; a silent step is all 0. A layer
     * of weights without neurons on it is an embedding.
     *
     * @param numbers a number for each word, at most {@link #steps} of them, each 0 to features - 1; not modified
     * @param features numbers that a word can have
     * @return [T, features] in c order
     */
    public float[] oneHot(int[] numbers, int features) {
        float[] vectors = new float[Math.multiplyExact(steps, features)];
        int silent = steps - numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            vectors[(silent + i) * features + numbers[i]] = 1;
        }
        return vectors;
    }
}
