package org.spike4j.datasets.sets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * The recordings of a data set, divided.
 *
 * @param train to learn from
 * @param validation to choose with
 * @param test to report with
 */
record FileParts(List<LabelledFile> train, List<LabelledFile> validation, List<LabelledFile> test) {

    /** Copies the lists. */
    FileParts {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** An official division into two parts; the options say what of the first is held out for validation. */
    static FileParts of(List<LabelledFile> train, List<LabelledFile> test, SetOptions options) {
        Set<Integer> held = held(train, options.validationShare(), options.seed());
        List<LabelledFile> kept = new ArrayList<>();
        List<LabelledFile> validation = new ArrayList<>();
        for (int i = 0; i < train.size(); i++) {
            (held.contains(i) ? validation : kept).add(train.get(i));
        }
        return new FileParts(kept, validation, test);
    }

    /** A random division: a share of each class is drawn for testing. */
    static FileParts drawn(List<LabelledFile> all, double testShare, SetOptions options) {
        Set<Integer> drawn = held(all, testShare, options.seed());
        List<LabelledFile> train = new ArrayList<>();
        List<LabelledFile> test = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            (drawn.contains(i) ? test : train).add(all.get(i));
        }
        return of(train, test, options);
    }

    /** Refuses a data set that has the same recording in two parts. */
    FileParts requireApart(Path list) throws ListFileException {
        Set<Path> seen = new HashSet<>();
        for (List<LabelledFile> part : List.of(train, validation, test)) {
            for (LabelledFile file : part) {
                if (!seen.add(file.file())) {
                    throw new ListFileException(list, "names the recording " + file.file() + " a second time");
                }
            }
        }
        return this;
    }

    private static Set<Integer> held(List<LabelledFile> files, double share, long seed) {
        return HeldOut.stratified(files.stream().map(LabelledFile::label).toList(), share, seed);
    }
}
