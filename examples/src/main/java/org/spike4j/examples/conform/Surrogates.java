package org.spike4j.examples.conform;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.neuron.surrogate.Surrogate;
import org.spike4j.neuron.surrogate.Triangle;

/** The surrogates of the case files by their names there; capitals are SpikingJelly's. */
final class Surrogates {
    private Surrogates() {}

    /** A preset and the field that holds its constant. */
    private record Preset(String constant, Maker maker) {}

    private interface Maker {
        Surrogate of(double constant);
    }

    private static final Map<String, Preset> PRESETS = Map.ofEntries(
            entry("ATan", new Preset("alpha", ATan::ofAlpha)),
            entry("Erf", new Preset("alpha", Gaussian::spikingJellyErf)),
            entry("PiecewiseQuadratic", new Preset("alpha", Triangle::spikingJelly)),
            entry("Rect", new Preset("alpha", Rectangle::spikingJelly)),
            entry("Sigmoid", new Preset("alpha", Sigmoid::ofAlpha)),
            entry("SoftSign", new Preset("alpha", FastSigmoid::spikingJellySoftSign)),
            entry("SuperSpike", new Preset("alpha", FastSigmoid::spikingJellySuperSpike)),
            entry("atan", new Preset("alpha", ATan::ofAlpha)),
            entry("fast_sigmoid", new Preset("slope", FastSigmoid::ofSlope)),
            entry("sigmoid", new Preset("slope", Sigmoid::ofAlpha)),
            entry("heavi_erfc", new Preset("alpha", Gaussian::norseErfc)),
            entry("super", new Preset("alpha", FastSigmoid::ofSlope)),
            entry("tanh", new Preset("alpha", Sigmoid::norseTanh)),
            entry("triangle", new Preset("alpha", Triangle::norse)),
            entry("rectangle", new Preset("a", Rectangle::bidl)));

    /** The surrogate of a case; none if this library does not have it. */
    static Optional<Surrogate> of(CaseFile file) throws CaseFormatException {
        Fields fields = file.fields().object("surrogate");
        Preset preset = PRESETS.get(fields.text("name"));
        return preset == null ? Optional.empty() : Optional.of(preset.maker.of(fields.number(preset.constant)));
    }
}
