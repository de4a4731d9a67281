package org.spike4j.datasets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides a text into words: letters and digits, in lower case, with the apostrophes between them ({@code don't} is one
 * word). What stands between angle brackets is markup and left out; everything else separates words.
 */
public final class Words {
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,100}>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019]\\p{L}+)*");

    private Words() {}

    /**
     * The words of a text.
     *
     * @param text any text
     * @return its words in order
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(MARKUP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group().replace('\u2019', '\''));
        }
        return words;
    }
}
