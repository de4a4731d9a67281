package org.spike4j.datasets.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What there is to know about a data set before one has it. Made by {@link #named}.
 *
 * @param name by which it is chosen on the command line
 * @param title as people write it
 * @param summary what it shows, one sentence
 * @param sensor size of the sensor or image, with units
 * @param classes number of classes, 0 if samples have no label
 * @param licence its licence, or where to look for it
 * @param citation the paper to cite
 * @param homepage where the authors tell about it
 * @param size bytes to download, in words
 * @param layout what its folder must hold, for {@code data verify}
 * @param rules ways to divide it, the usual one first
 * @param downloads files to download; none if it must be fetched by hand
 * @param instructions how to fetch it by hand; empty if that is not needed
 * @param recipes names of the recipes that train on it
 * @param opener opens it
 */
public record DataSetEntry(
        String name,
        String title,
        String summary,
        String sensor,
        int classes,
        String licence,
        String citation,
        String homepage,
        String size,
        String layout,
        List<SplitRule> rules,
        List<SetDownload> downloads,
        String instructions,
        List<String> recipes,
        Opener opener) {

    /** Opens the data set in a folder. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Finds the files, reads lists and labels, and no more than it must.
         *
         * @param folder the folder
         * @param rule the rule to divide it by, one of the entry's
         * @return its samples
         * @throws IOException if the folder does not have the layout
         */
        SetContent open(Path folder, SplitRule rule) throws IOException;
    }

    /** Copies the lists and checks that it can be got. */
    public DataSetEntry {
        Objects.requireNonNull(opener, "opener");
        rules = List.copyOf(rules);
        downloads = List.copyOf(downloads);
        recipes = List.copyOf(recipes);
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("name must be of small letters, digits and -, was \"" + name + "\"");
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("data set " + name + " must have a rule to divide it, had none");
        }
        if (downloads.isEmpty() == instructions.isEmpty()) {
            throw new IllegalArgumentException(
                    "data set " + name + " must have downloads or instructions, and not both");
        }
    }

    /**
     * Starts an entry.
     *
     * @param name by which it is chosen on the command line
     * @param title as people write it
     * @param summary what it shows, one sentence
     * @return a builder for the rest
     */
    public static Builder named(String name, String title, String summary) {
        return new Builder(name, title, summary);
    }

    /**
     * A rule to divide it.
     *
     * @param ruleName name of the rule; empty for the usual one
     * @return the rule
     * @throws IllegalArgumentException if there is no such rule
     */
    public SplitRule rule(String ruleName) {
        if (ruleName.isEmpty()) {
            return rules.get(0);
        }
        return rules.stream()
                .filter(rule -> rule.name().equals(ruleName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set " + name + " is divided by "
                        + rules.stream().map(SplitRule::name).collect(Collectors.joining(", ")) + ", not by "
                        + ruleName));
    }

    /** Gathers what an entry says; only {@link #opener} must be given, and downloads or instructions. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final String summary;
        private final List<SplitRule> rules = new ArrayList<>();
        private final List<SetDownload> downloads = new ArrayList<>();
        private final List<String> recipes = new ArrayList<>();
        private String sensor = "";
        private int classes;
        private String licence = "not stated; ask the authors";
        private String citation = "";
        private String homepage = "";
        private String size = "not stated";
        private String layout = "";
        private String instructions = "";

        private Builder(String name, String title, String summary) {
            this.name = name;
            this.title = title;
            this.summary = summary;
        }

        /**
         * Sets the sensor.
         *
         * @param text its size, with units
         * @param number of classes, 0 if samples have no label
         * @return this builder
         */
        public Builder sensor(String text, int number) {
            sensor = text;
            classes = number;
            return this;
        }

        /**
         * Sets the licence.
         *
         * @param text its name
         * @return this builder
         */
        public Builder licence(String text) {
            licence = text;
            return this;
        }

        /**
         * Sets what to cite.
         *
         * @param text authors, title, where
         * @param page where the authors tell about it
         * @return this builder
         */
        public Builder source(String text, String page) {
            citation = text;
            homepage = page;
            return this;
        }

        /**
         * Sets the size.
         *
         * @param text bytes to download, in words
         * @return this builder
         */
        public Builder size(String text) {
            size = text;
            return this;
        }

        /**
         * Sets the layout.
         *
         * @param text what the folder must hold
         * @return this builder
         */
        public Builder layout(String text) {
            layout = text;
            return this;
        }

        /**
         * Adds a rule to divide it; the first one is the usual one.
         *
         * @param rule the rule
         * @return this builder
         */
        public Builder rule(SplitRule rule) {
            rules.add(rule);
            return this;
        }

        /**
         * Adds a file to download.
         *
         * @param file what, and what becomes of it
         * @return this builder
         */
        public Builder download(SetDownload file) {
            downloads.add(file);
            return this;
        }

        /**
         * Says how to fetch it by hand.
         *
         * @param text what to do, sentences
         * @return this builder
         */
        public Builder byHand(String text) {
            instructions = text;
            return this;
        }

        /**
         * Names a recipe that trains on it.
         *
         * @param recipe its name
         * @return this builder
         */
        public Builder recipe(String recipe) {
            recipes.add(recipe);
            return this;
        }

        /**
         * Ends the entry.
         *
         * @param opens opens the data set in a folder
         * @return the entry
         */
        public DataSetEntry opener(Opener opens) {
            return new DataSetEntry(
                    name,
                    title,
                    summary,
                    sensor,
                    classes,
                    licence,
                    citation,
                    homepage,
                    size,
                    layout,
                    rules,
                    downloads,
                    instructions,
                    recipes,
                    opens);
        }
    }
}
