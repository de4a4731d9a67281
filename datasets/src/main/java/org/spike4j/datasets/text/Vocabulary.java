package org.spike4j.datasets.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of words: the most frequent words of some texts have 1, 2, 3 and so on, words of equal frequency in the order
 * of the alphabet; every other word has 0, for unknown.
 */
public final class Vocabulary {
    /** The number of a word that is not in the vocabulary. */
    public static final int UNKNOWN = 0;

    private final Map<String, Integer> numbers;

    private Vocabulary(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * Counts words. Give it the texts to train on and no others: what only stands in other texts must stay unknown.
     *
     * @param texts texts as words; not modified
     * @param most words to know at most, at least 1
     * @return the vocabulary
     */
    public static Vocabulary of(Collection<List<String>> texts, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a vocabulary must have 1 or more words, was asked for " + most);
        }
        Map<String, Long> counts = new HashMap<>();
        for (List<String> text : texts) {
            for (String word : text) {
                counts.merge(word, 1L, Long::sum);
            }
        }
        List<String> known = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            numbers.put(known.get(i), i + 1);
        }
        return new Vocabulary(numbers);
    }

    /**
     * How many words are known.
     *
     * @return words, without the unknown one
     */
    public int size() {
        return numbers.size();
    }

    /**
     * The number of a word.
     *
     * @param word as {@link Words} gives it
     * @return 1 to {@link #size}, or {@link #UNKNOWN}
     */
    public int number(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    /**
     * The numbers of words.
     *
     * @param words as {@link Words} gives them; not modified
     * @return a number for each
     */
    public int[] numbers(List<String> words) {
        return words.stream().mapToInt(this::number).toArray();
    }
}
