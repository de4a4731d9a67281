package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.volume.Candidate;
import org.spike4j.datasets.volume.HounsfieldWindow;
import org.spike4j.datasets.volume.MetaImage;

/**
 * LUNA16 as it is published: folders {@code subset0} to {@code subset9} of scans ({@code SERIES.mhd} and {@code .raw}) and
 * a list {@code candidates_V2.csv} or {@code candidates.csv}, in the folder or in {@code CSVFILES} in it. Candidates of
 * scans that are not there are left out, so that one can begin with a part of the subsets.
 *
 * <p>A sample is the patch around a candidate, cut when it is asked for: [T = depth, 1, H, W] at 1 mm, grey values by
 * {@link HounsfieldWindow#LUNG}, 2/3 outside of the scan. Of the candidates that are no nodules, of which there are 400
 * for each nodule, as many are drawn as there are nodules, in each part. Random changes to train with mirror and turn
 * the slices.
 *
 * <p>Subset 9 is the test part. Validation: series drawn from a seed, with all their candidates.
 */
public final class LunaScans implements TensorDataSet {
    private static final List<String> LISTS =
            List.of("candidates_V2.csv", "candidates.csv", "CSVFILES/candidates_V2.csv", "CSVFILES/candidates.csv");
    private static final int SUBSETS = 10;
    private static final float OUTSIDE = 0;

    private final SampleShape shape;
    private final PartedSamples<TensorSample> parts;

    private LunaScans(SampleShape shape, PartedSamples<TensorSample> parts) {
        this.shape = shape;
        this.parts = parts;
    }

    /**
     * Whether a folder holds a list of candidates.
     *
     * @param folder a folder
     * @return true if {@link #open} is the way to read it
     */
    public static boolean isIn(Path folder) {
        return LISTS.stream().anyMatch(list -> Files.isRegularFile(folder.resolve(list)));
    }

    /**
     * Opens a data set: reads the list of candidates, no scan.
     *
     * @param folder the folder of the subsets
     * @param depth slices of a patch
     * @param size rows and columns of a patch
     * @param validationShare share of the series of subsets 0 to 8 that is held out, 0 to less than 1
     * @param seed seed of what is held out, and of the candidates that are drawn
     * @return the data set
     * @throws ListFileException if there is no list, a line of it is wrong, or no scan of it is there
     * @throws IOException if a folder cannot be read
     */
    public static LunaScans open(Path folder, int depth, int size, double validationShare, long seed)
            throws IOException {
        Path list = LISTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ListFileException(folder, "holds no list of candidates, one of " + LISTS));
        SampleShape shape = SampleShape.frames(depth, 1, size, size);
        Map<String, Path> learned = new HashMap<>();
        for (int subset = 0; subset < SUBSETS - 1; subset++) {
            learned.putAll(scans(folder.resolve("subset" + subset)));
        }
        Map<String, Path> tested = scans(folder.resolve("subset" + (SUBSETS - 1)));
        if (learned.isEmpty() || tested.isEmpty()) {
            throw new ListFileException(
                    folder, "needs a scan SERIES.mhd in one of subset0 to subset8, to train with, and one in subset9");
        }
        List<Candidate> all = Candidate.read(list);
        Set<String> held = HeldOut.groups(learned.keySet().stream().sorted().toList(), validationShare, seed);
        Map<String, Path> validated = new HashMap<>(learned);
        validated.keySet().retainAll(held);
        learned.keySet().removeAll(held);
        return new LunaScans(
                shape,
                new PartedSamples<>(
                        samples(all, learned, shape, seed),
                        samples(all, validated, shape, seed),
                        samples(all, tested, shape, seed)));
    }

    @Override
    public String name() {
        return "LUNA16";
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return LunaPatches.CLASSES;
    }

    @Override
    public List<TensorSample> samples(Split split) {
        return parts.of(split);
    }

    private static Map<String, Path> scans(Path subset) throws IOException {
        Map<String, Path> scans = new HashMap<>();
        if (Files.isDirectory(subset)) {
            try (Stream<Path> files = Files.list(subset)) {
                files.filter(file -> file.toString().endsWith(".mhd"))
                        .forEach(file -> scans.put(file.getFileName().toString().replaceFirst("\\.mhd$", ""), file));
            }
        }
        return scans;
    }

    /** All nodules of some scans and as many other candidates, in the order of the list. */
    private static List<TensorSample> samples(
            List<Candidate> all, Map<String, Path> scans, SampleShape shape, long seed) {
        List<Candidate> here =
                all.stream().filter(c -> scans.containsKey(c.series())).toList();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).nodule()) {
                others.add(i);
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        int nodules = here.size() - others.size();
        while (others.size() > nodules) {
            int last = others.size() - 1;
            others.set(random.nextInt(others.size()), others.get(last));
            others.remove(last);
        }
        List<TensorSample> samples = new ArrayList<>();
        Set<Integer> drawn = Set.copyOf(others);
        for (int i = 0; i < here.size(); i++) {
            Candidate candidate = here.get(i);
            if (candidate.nodule() || drawn.contains(i)) {
                samples.add(sample(candidate, scans.get(candidate.series()), shape));
            }
        }
        return List.copyOf(samples);
    }

    private static TensorSample sample(Candidate candidate, Path scan, SampleShape shape) {
        double[] place = {candidate.x(), candidate.y(), candidate.z()};
        String name = String.format(
                "%s at %.1f, %.1f, %.1f", candidate.series(), candidate.x(), candidate.y(), candidate.z());
        return new TensorSample(name, candidate.nodule() ? 1 : 0, candidate.series(), new PatchSource(shape, () -> {
            float[] patch = MetaImage.open(scan).patch(place, shape.steps(), shape.width(), 1, OUTSIDE);
            for (int i = 0; i < patch.length; i++) {
                patch[i] = HounsfieldWindow.LUNG.grey(patch[i]);
            }
            return patch;
        }));
    }
}
