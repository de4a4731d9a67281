package org.spike4j.examples.conform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.datasets.encoding.DeltaEncoder;
import org.spike4j.datasets.encoding.LatencyCurve;
import org.spike4j.datasets.encoding.LatencyEncoder;
import org.spike4j.datasets.encoding.PhaseEncoder;

/** Encoders of SpikingJelly and snnTorch. */
final class Encoders {
    private static final double THRESHOLD = 0.01; // of spikegen.latency, unless it is given

    private Encoders() {}

    static Map<String, Family> families() {
        return Map.of(
                "LatencyEncoder", new Family(Set.of("T", "enc_function"), Encoders::latency),
                "WeightedPhaseEncoder", new Family(Set.of("K"), Encoders::phase),
                "spikegen.latency",
                        new Family(
                                Set.of(
                                        "num_steps",
                                        "linear",
                                        "tau",
                                        "threshold",
                                        "normalize",
                                        "clip",
                                        "first_spike_time",
                                        "bypass"),
                                Encoders::spikegenLatency),
                "spikegen.delta", new Family(Set.of("threshold", "off_spike", "padding"), Encoders::delta));
    }

    private static Optional<EncoderCase> latency(CaseFile file) throws CaseFormatException {
        int steps = file.params().count("T");
        return switch (file.params().text("enc_function")) {
            case "linear" -> Optional.of(new EncoderCase.Still(LatencyEncoder.linear(steps)));
            case "log" -> Optional.of(new EncoderCase.Still(LatencyEncoder.logarithmic(steps)));
            default -> Optional.empty();
        };
    }

    private static Optional<EncoderCase> phase(CaseFile file) throws CaseFormatException {
        return Optional.of(new EncoderCase.Still(new PhaseEncoder(file.params().count("K"), 1)));
    }

    private static Optional<EncoderCase> spikegenLatency(CaseFile file) throws CaseFormatException {
        Fields params = file.params();
        return Optional.of(new EncoderCase.Still(new LatencyEncoder(
                params.count("num_steps"),
                params.flag("linear", false) ? LatencyCurve.LINEAR : LatencyCurve.MEMBRANE,
                params.number("tau", 1),
                params.number("threshold", THRESHOLD),
                (int) params.number("first_spike_time", 0),
                params.flag("normalize", false),
                params.flag("clip", false),
                params.flag("bypass", false))));
    }

    private static Optional<EncoderCase> delta(CaseFile file) throws CaseFormatException {
        Fields params = file.params();
        return Optional.of(new EncoderCase.Moving(new DeltaEncoder(
                params.number("threshold"), params.flag("off_spike", false), params.flag("padding", false))));
    }
}
