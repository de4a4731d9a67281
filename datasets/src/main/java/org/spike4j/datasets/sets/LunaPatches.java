package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.numpy.NumberArray;
import org.spike4j.datasets.format.table.NumberType;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.volume.HounsfieldWindow;

/**
 * Patches around the lung nodule candidates of LUNA16, in the layout of BIDL, or another set of this layout: folders
 * {@code train} and {@code test} with a file {@code LABEL_SERIES_INDEX.npy} for each candidate, where changed copies to
 * train on are named {@code LABEL_SERIES_INDEX_augN.npy}. A file is an array [depth, rows, columns]; of the published
 * scans it is 8 x 32 x 32 at 1 mm. Label 1 is a nodule, 0 is none.
 *
 * <p>A patch becomes [T = depth, 1, H, W]: the slices follow one another in time. Bytes v become v / 255, floating point
 * numbers stay as they are, whole numbers are Hounsfield units and go through {@link HounsfieldWindow#LUNG}. Random
 * changes to train with mirror and turn the slices.
 *
 * <p>Validation: series drawn from a seed, with all their patches, so that no copy of a nodule is on both sides.
 *
 * <p>Source of the scans: A. Setio et al., "Validation, comparison, and combination of algorithms for automatic detection
 * of pulmonary nodules in computed tomography images: the LUNA16 challenge", Medical Image Analysis 2017.
 */
public final class LunaPatches implements TensorDataSet {
    static final List<String> CLASSES = List.of("no_nodule", "nodule");

    private static final Pattern NAME = Pattern.compile("([01])_(.+)_(\\d{1,9})(?:_aug\\d{1,9})?\\.npy");
    private static final float BYTE = 255;

    private final SampleShape shape;
    private final PartedSamples<TensorSample> parts;

    private LunaPatches(SampleShape shape, PartedSamples<TensorSample> parts) {
        this.shape = shape;
        this.parts = parts;
    }

    /**
     * Opens a data set: lists its files, reads none of them but when they are asked for.
     *
     * @param folder the folder of train and test
     * @param depth slices of a patch
     * @param size rows and columns of a patch
     * @param validationShare share of the series of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws ListFileException if a folder is missing or empty, or a name is not as it should be
     * @throws IOException if a folder cannot be read
     */
    public static LunaPatches open(Path folder, int depth, int size, double validationShare, long seed)
            throws IOException {
        SampleShape shape = SampleShape.frames(depth, 1, size, size);
        List<TensorSample> listed = samples(folder.resolve("train"), shape);
        List<String> series =
                listed.stream().map(TensorSample::group).distinct().toList();
        Set<String> held = HeldOut.groups(series, validationShare, seed);
        return new LunaPatches(
                shape,
                PartedSamples.ofGroups(listed, TensorSample::group, held, samples(folder.resolve("test"), shape)));
    }

    @Override
    public String name() {
        return "LUNA16 patches";
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return CLASSES;
    }

    @Override
    public List<TensorSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<TensorSample> samples(Path folder, SampleShape shape) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(folder, "no such folder; patches lie in the folders train and test");
        }
        List<Path> files;
        try (Stream<Path> content = Files.list(folder)) {
            files = content.filter(file -> file.toString().endsWith(".npy"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new ListFileException(folder, "holds no file LABEL_SERIES_INDEX.npy");
        }
        List<TensorSample> samples = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                throw new ListFileException(file, "must be named LABEL_SERIES_INDEX.npy with label 0 or 1");
            }
            int label = Integer.parseInt(parts.group(1));
            samples.add(new TensorSample(name, label, parts.group(2), new PatchSource(shape, () -> read(file, shape))));
        }
        return List.copyOf(samples);
    }

    private static float[] read(Path file, SampleShape shape) throws IOException {
        NumberArray patch = NumberArray.read(file, Math.toIntExact(shape.size()));
        List<Integer> wanted = List.of(shape.steps(), shape.height(), shape.width());
        if (!patch.shape().equals(wanted)) {
            throw new EventFileException(
                    file,
                    0,
                    "a patch " + wanted + " of slices, rows and columns",
                    "shape " + patch.shape(),
                    "set steps and size of the data to those of the patches");
        }
        float[] values = patch.values();
        NumberType type = patch.type();
        for (int i = 0; i < values.length && !type.isFloat(); i++) {
            values[i] = type == NumberType.UINT8 ? values[i] / BYTE : HounsfieldWindow.LUNG.grey(values[i]);
        }
        return values;
    }
}
