package org.spike4j.examples.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.benchmarks.NeuronsBenchmark;
import org.spike4j.examples.gallery.Gallery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times every neuron model of the gallery. */
@Command(
        name = "neurons",
        header = "A layer of every neuron model, forward and backward, beside a LIF layer of the same run.",
        description =
                "Also says how long a neuron's text takes from text to first output, for the first and for later texts.",
        sortOptions = false)
final class BenchNeuronsCommand extends SpikeCommand {
    private static final int TEXTS = 20;

    @Option(names = "--T", paramLabel = "T", defaultValue = "50", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--n",
            paramLabel = "n",
            defaultValue = "32768",
            description = "Neurons, of all samples; ${DEFAULT-VALUE}.")
    private int neurons;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--n", neurons);
        double[] compile = NeuronsBenchmark.compileMs(TEXTS);
        double[] later = Arrays.copyOfRange(compile, 1, compile.length);
        Arrays.sort(later);
        List<NeuronsBenchmark.Row> rows =
                new NeuronsBenchmark(steps, neurons, options.threads(), options.timing()).run(Gallery.subjects());
        printer.say(String.format(
                Locale.ROOT,
                "from text to output: %.0f ms for the first, %.0f ms for others (median of %d)",
                compile[0],
                later[later.length / 2],
                later.length));
        printer.say("model, state variables, forward ms, backward ms, both by variable over LIF");
        rows.forEach(row -> printer.say(String.format(
                Locale.ROOT,
                "%-28s %3d %8.3f %8.3f %6.2f",
                row.name(),
                row.variables(),
                row.forwardMs(),
                row.backwardMs(),
                row.perVariable())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "neurons");
        json.put("firstCompileMs", compile[0]);
        json.put("compileMs", later[later.length / 2]);
        json.put("models", rows);
        return json;
    }
}
