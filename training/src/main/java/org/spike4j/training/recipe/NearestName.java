package org.spike4j.training.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
final class NearestName {
    private NearestName() {}

    /** A question that ends a sentence, or nothing where no name is near. */
    static String question(String found, Collection<String> allowed) {
        return nearest(found, allowed)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The allowed name within a third of the letters (at least one) of the one found. */
    static Optional<String> nearest(String found, Collection<String> allowed) {
        int reach = Math.max(1, found.length() / 3);
        return allowed.stream()
                .filter(name -> distance(found, name) <= reach)
                .min(Comparator.comparingInt(name -> distance(found, name)));
    }

    /** Number of letters to insert, delete or replace (Levenshtein distance), ignoring case. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = above[j - 1] + (same ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
