package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.examples.gallery.Gallery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the neuron models, and writes the gallery of them. */
@Command(
        name = "neurons",
        header = "Lists the neuron models; with --out, writes a page with equations, plots and constants.")
final class NeuronsCommand extends SpikeCommand {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for " + Gallery.PAGE + " and the pictures; created if missing.")
    private Path out;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        List<Map<String, String>> models = new ArrayList<>();
        Gallery.summaries().forEach((name, summary) -> {
            printer.say(String.format("%-30s %s", name, summary));
            Map<String, String> model = new LinkedHashMap<>();
            model.put("name", name);
            model.put("description", summary);
            models.add(model);
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("models", models);
        if (out != null) {
            Gallery.write(out);
            printer.say("page: " + out.resolve(Gallery.PAGE));
            answer.put("written", out.resolve(Gallery.PAGE).toString());
        }
        return answer;
    }
}
