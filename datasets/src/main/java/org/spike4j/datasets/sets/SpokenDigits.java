package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * Free Spoken Digits: the digits 0 to 9 said by six people fifty times each, at 8 kHz, as the spikes of a cochlea.
 *
 * <p>Layout: {@code recordings/{digit}_{speaker}_{number}.wav}, below the folder or in it. Recordings 0 to 4 of each
 * speaker and digit are the test, as its authors say; validation is a share of each digit of the rest, drawn from a seed.
 * So all parts have the same speakers. Memory: spikes are kept packed, about 3 bytes each, up to a bound; what does not
 * fit is heard again.
 *
 * <p>Source: Z. Jackson et al., Free Spoken Digit Dataset, github.com/Jakobovski/free-spoken-digit-dataset, CC BY-SA 4.0.
 */
public final class SpokenDigits implements EventDataSet {
    private static final int TEST_RECORDINGS = 5;
    private static final String PATTERN = "{digit}_{speaker}_{number}.wav";
    private static final Pattern NAME = Pattern.compile("(\\d)_([^_]+)_(\\d{1,9})\\.wav");

    private final int channels;
    private final PartedSamples<EventSample> parts;

    private SpokenDigits(int channels, PartedSamples<EventSample> parts) {
        this.channels = channels;
        this.parts = parts;
    }

    /**
     * Opens a data set and keeps at most half of the heap full of spikes.
     *
     * @param folder the folder
     * @param cochlea what makes spikes of the sounds
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws IOException if the folder or one of the parts is missing, or a wav file is named otherwise
     */
    public static SpokenDigits open(Path folder, Cochlea cochlea, double validationShare, long seed)
            throws IOException {
        EncodedSounds sounds = new EncodedSounds(cochlea, SampleCache.defaultBytes());
        List<EventSample> rest = new ArrayList<>();
        List<EventSample> test = new ArrayList<>();
        for (Path file : files(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new ListFileException(
                        file, "must be named " + PATTERN + "; move other recordings out of the folder");
            }
            EventSample sample = sounds.sample(file, Integer.parseInt(name.group(1)), name.group(2));
            (Integer.parseInt(name.group(3)) < TEST_RECORDINGS ? test : rest).add(sample);
        }
        if (rest.isEmpty() || test.isEmpty()) {
            throw new ListFileException(
                    folder,
                    "wanted recordings " + PATTERN + " with numbers from 0 on, found " + test.size()
                            + " with numbers 0 to 4 for the test and " + rest.size() + " others");
        }
        return new SpokenDigits(cochlea.channels(), PartedSamples.stratified(rest, validationShare, seed, test));
    }

    @Override
    public String name() {
        return "Free Spoken Digits";
    }

    @Override
    public int width() {
        return channels;
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public List<String> classNames() {
        return Digits.names();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<Path> files(Path folder) throws IOException {
        Path inner = folder.resolve("recordings");
        Path recordings = Files.isDirectory(inner) ? inner : folder;
        if (!Files.isDirectory(recordings)) {
            throw new ListFileException(folder, "no such folder; give the folder of Free Spoken Digits");
        }
        try (Stream<Path> content = Files.list(recordings)) {
            return content.filter(file -> file.getFileName().toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
    }
}
