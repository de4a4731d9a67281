package org.spike4j.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.training.memory.LayerRow;
import org.spike4j.training.memory.MemoryPlan;

/** A memory plan for people and for programs, in megabytes of 2^20 bytes. */
final class PlanTable {
    private PlanTable() {}

    /** Lines of a table, and what was chosen. */
    static List<String> lines(MemoryPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %11s %8s %8s %8s %8s",
                "MB",
                "parameters",
                "updater",
                "stored",
                "working",
                "native"));
        for (LayerRow row : plan.layers()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-16s %11.1f %8.1f %8.1f %8.1f %8.1f",
                    row.name(),
                    megabytes(row.parameters()),
                    megabytes(row.updaterState()),
                    megabytes(row.pass().stored()),
                    megabytes(row.pass().working() + row.pass().inputGradient()),
                    megabytes(row.pass().scratch())));
        }
        lines.add(String.format(
                Locale.ROOT,
                "process %.0f MB, mini-batches %.0f MB; predicted peak %.0f MB",
                megabytes(plan.process()),
                megabytes(plan.batches()),
                megabytes(plan.peak())));
        packing(plan).ifPresent(lines::add);
        lines.add(choice(plan));
        return lines;
    }

    /** One sentence. */
    static String choice(MemoryPlan plan) {
        return "a mini-batch of " + plan.work().samples() + " at " + plan.work().steps() + " steps in "
                + counted(plan.split().microBatches(), "micro-batch", "micro-batches") + " on "
                + counted(plan.split().replicas(), "replica", "replicas")
                + (plan.recompute() ? "; convolutions compute their currents again in the backward pass" : "")
                + (plan.isExact()
                        ? "; the update is that of the whole mini-batch"
                        : "; batch normalisation sees micro-batches alone");
    }

    /** What happens by itself, in one sentence; nothing if there is no such layer. */
    private static Optional<String> packing(MemoryPlan plan) {
        List<String> names = plan.layers().stream()
                .filter(LayerRow::packsSpikes)
                .map(LayerRow::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("inputs of spikes are packed to a bit an element in " + String.join(", ", names));
    }

    /** The plan as one object. */
    static Map<String, Object> json(MemoryPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("batch", plan.work().samples());
        json.put("steps", plan.work().steps());
        json.put("replicas", plan.split().replicas());
        json.put("microBatches", plan.split().microBatches());
        json.put("recompute", plan.recompute());
        json.put("exact", plan.isExact());
        json.put("predictedPeakMb", megabytes(plan.peak()));
        json.put("processMb", megabytes(plan.process()));
        json.put("batchesMb", megabytes(plan.batches()));
        json.put("layers", plan.layers().stream().map(PlanTable::json).toList());
        return json;
    }

    private static Map<String, Object> json(LayerRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", row.name());
        json.put("packsSpikes", row.packsSpikes());
        json.put("parametersMb", megabytes(row.parameters()));
        json.put("gradientMb", megabytes(row.parameters()));
        json.put("updaterMb", megabytes(row.updaterState()));
        json.put("storedMb", megabytes(row.pass().stored()));
        json.put("workingMb", megabytes(row.pass().working()));
        json.put("inputGradientMb", megabytes(row.pass().inputGradient()));
        json.put("nativeMb", megabytes(row.pass().scratch()));
        return json;
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static double megabytes(long bytes) {
        return bytes / (double) (1 << 20);
    }
}
