package org.spike4j.examples.run.data;

import java.util.List;
import org.spike4j.datasets.representation.TimeKernel;
import org.spike4j.training.recipe.Section;

/** The kernels of an event spike tensor that a recipe can name. */
enum KernelKind {
    TRIANGLE(List.of()) {
        @Override
        TimeKernel of(Section section) {
            return new TimeKernel.Triangle();
        }
    },
    EXPONENTIAL(List.of("tau")) {
        @Override
        TimeKernel of(Section section) {
            return new TimeKernel.Exponential(section.get("tau").number(1e-6, 1e6));
        }
    },
    ALPHA(List.of("tau")) {
        @Override
        TimeKernel of(Section section) {
            return new TimeKernel.Alpha(section.get("tau").number(1e-6, 1e6));
        }
    },
    KNOTS(List.of("knots", "perBin")) {
        @Override
        TimeKernel of(Section section) {
            List<Double> knots = section.get("knots").list().stream()
                    .map(knot -> knot.number(-1e6, 1e6))
                    .toList();
            if (knots.size() % 2 == 0) {
                throw section.get("knots").wrong("must be an odd number of values");
            }
            return new TimeKernel.Knots(knots, section.integer("perBin", 1, 10_000, 1));
        }
    };

    private static final List<String> OF_SOME = List.of("tau", "knots", "perBin");

    private final List<String> keys;

    KernelKind(List<String> keys) {
        this.keys = keys;
    }

    abstract TimeKernel of(Section section);

    /** The kernel of a section with the key kernel and those of its kind. */
    static TimeKernel read(Section section) {
        KernelKind kind = section.choice("kernel", TRIANGLE);
        for (String key : OF_SOME) {
            if (!kind.keys.contains(key)) {
                section.find(key).ifPresent(value -> {
                    throw value.wrong("has no meaning for this kernel");
                });
            }
        }
        return kind.of(section);
    }
}
