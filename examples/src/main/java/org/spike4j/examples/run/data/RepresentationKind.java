package org.spike4j.examples.run.data;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.representation.AveragedSurfaceFrames;
import org.spike4j.datasets.representation.AveragedTimeSurfaces;
import org.spike4j.datasets.representation.BinaRep;
import org.spike4j.datasets.representation.EventSpikeTensor;
import org.spike4j.datasets.representation.TimeSurface;
import org.spike4j.datasets.representation.VoxelGrid;
import org.spike4j.training.recipe.Section;
import org.spike4j.training.recipe.Slicing;

/** The representations of events that a recipe can name in place of frames of counts, each with the keys of its class. */
enum RepresentationKind {
    AVERAGED_TIME_SURFACES(
            true,
            (s, cut) -> new AveragedSurfaceFrames(
                    cut.slicing(1),
                    new AveragedTimeSurfaces(
                            s.get("cell").integer(1, Short.MAX_VALUE),
                            s.get("radius").integer(0, 100),
                            micros(s),
                            s.get("windowMicros").integer(1, Integer.MAX_VALUE)),
                    cut.width(),
                    cut.height()),
            "cell",
            "radius",
            "tauMicros",
            "windowMicros"),
    BINA_REP(
            true,
            (s, cut) -> {
                int bits = s.get("bits").integer(1, 24);
                return new BinaRep(cut.slicing(bits), bits, cut.width(), cut.height());
            },
            "bits"),
    EVENT_SPIKE_TENSOR(
            false,
            (s, cut) -> new EventSpikeTensor(
                    cut.steps(),
                    cut.width(),
                    cut.height(),
                    KernelKind.read(s),
                    s.choice("measurement", EventSpikeTensor.Measurement.COUNT)),
            "kernel",
            "tau",
            "knots",
            "perBin",
            "measurement"),
    TIME_SURFACE(false, (s, cut) -> new TimeSurface(cut.steps(), micros(s), cut.width(), cut.height()), "tauMicros"),
    VOXEL_GRID(
            false,
            (s, cut) -> new VoxelGrid(cut.steps(), cut.width(), cut.height(), s.flag("perPolarity", false)),
            "perPolarity");

    private final boolean sliced;
    private final BiFunction<Section, FrameCut, EventFrames> reader;
    private final List<String> keys;

    RepresentationKind(boolean sliced, BiFunction<Section, FrameCut, EventFrames> reader, String... keys) {
        this.sliced = sliced;
        this.reader = reader;
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }

    /** The name in recipes: VOXEL_GRID is voxel-grid. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The frames of a section of one key. */
    static EventFrames read(Section section, FrameCut cut) {
        List<String> names =
                List.of(values()).stream().map(RepresentationKind::spelling).toList();
        String name = section.allow(names)
                .only("representation, as \"representation: {voxel-grid: {}}\"")
                .getKey();
        RepresentationKind kind = values()[names.indexOf(name)];
        if (!kind.sliced && cut.data().slicing() != Slicing.TIME) {
            throw section.get(name).wrong("divides the whole recording by time; leave out data.slicing");
        }
        return kind.reader.apply(section.get(name).section().allow(kind.keys), cut);
    }

    private static double micros(Section section) {
        return section.get("tauMicros").number(1e-3, 1e12);
    }
}
