package org.spike4j.examples.conform;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Circ;
import org.spike4j.neuron.surrogate.CountWindow;
import org.spike4j.neuron.surrogate.FakeNumericalGradient;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.Heaviside;
import org.spike4j.neuron.surrogate.LeakyKRelu;
import org.spike4j.neuron.surrogate.LogTailedRelu;
import org.spike4j.neuron.surrogate.NonzeroSignLogAbs;
import org.spike4j.neuron.surrogate.PiecewiseExponential;
import org.spike4j.neuron.surrogate.PiecewiseLeakyRelu;
import org.spike4j.neuron.surrogate.QPseudoSpike;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.S2nn;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.neuron.surrogate.SparseFastSigmoid;
import org.spike4j.neuron.surrogate.SpikeRateEscape;
import org.spike4j.neuron.surrogate.SquarewaveFourierSeries;
import org.spike4j.neuron.surrogate.StraightThrough;
import org.spike4j.neuron.surrogate.Surrogate;
import org.spike4j.neuron.surrogate.Triangle;

/** The surrogates of the case files by their names there; capitals are SpikingJelly's, and snnTorch's SFS. */
final class Surrogates {
    private Surrogates() {}

    /** Makes the surrogate from the fields that hold its constants. */
    private interface Preset {
        Surrogate of(Fields constants) throws CaseFormatException;
    }

    private static final Map<String, Preset> PRESETS = Map.ofEntries(
            entry("ATan", f -> ATan.ofAlpha(f.number("alpha"))),
            entry("DeterministicPass", f -> StraightThrough.identity()),
            entry("Erf", f -> Gaussian.spikingJellyErf(f.number("alpha"))),
            entry("FakeNumericalGradient", f -> FakeNumericalGradient.spikingJelly(f.number("alpha"))),
            entry("LeakyKReLU", f -> LeakyKRelu.spikingJelly(f.number("k"), f.number("leak"))),
            entry("LogTailedReLU", f -> LogTailedRelu.spikingJelly(f.number("alpha"))),
            entry("MultiLevelSpikeCount", f -> CountWindow.upTo(f.count("max_spike_count"))),
            entry("NonzeroSignLogAbs", f -> NonzeroSignLogAbs.spikingJelly(f.number("alpha"))),
            entry("PiecewiseExp", f -> PiecewiseExponential.spikingJelly(f.number("alpha"))),
            entry("PiecewiseLeakyReLU", f -> PiecewiseLeakyRelu.spikingJelly(f.number("w"), f.number("c"))),
            entry("PiecewiseQuadratic", f -> Triangle.spikingJelly(f.number("alpha"))),
            entry("QPseudoSpike", f -> QPseudoSpike.spikingJelly(f.number("alpha"))),
            entry("Rect", f -> Rectangle.spikingJelly(f.number("alpha"))),
            entry("S2NN", f -> S2nn.spikingJelly(f.number("alpha"), f.number("beta"))),
            entry("Sigmoid", f -> Sigmoid.ofAlpha(f.number("alpha"))),
            entry("SoftSign", f -> FastSigmoid.spikingJellySoftSign(f.number("alpha"))),
            entry(
                    "SquarewaveFourierSeries",
                    f -> SquarewaveFourierSeries.spikingJelly(f.count("n"), f.number("T_period"))),
            entry("SuperSpike", f -> FastSigmoid.spikingJellySuperSpike(f.number("alpha"))),
            entry("SFS", f -> SparseFastSigmoid.snnTorch(f.number("slope"), f.number("B"))),
            entry("atan", f -> ATan.ofAlpha(f.number("alpha"))),
            entry("fast_sigmoid", f -> FastSigmoid.ofSlope(f.number("slope"))),
            entry("heaviside", f -> Heaviside.snnTorch()),
            entry("sigmoid", f -> Sigmoid.ofAlpha(f.number("slope"))),
            entry("spike_rate_escape", f -> SpikeRateEscape.snnTorch(f.number("beta"), f.number("slope"))),
            entry("straight_through_estimator", f -> StraightThrough.identity()),
            entry("triangular", f -> LeakyKRelu.snnTorchTriangular(f.number("threshold"))),
            entry("circ", f -> Circ.norse(f.number("alpha"))),
            entry("heavi_erfc", f -> Gaussian.norseErfc(f.number("alpha"))),
            entry("super", f -> FastSigmoid.ofSlope(f.number("alpha"))),
            entry("tanh", f -> Sigmoid.norseTanh(f.number("alpha"))),
            entry("triangle", f -> Triangle.norse(f.number("alpha"))),
            entry("rectangle", f -> Rectangle.bidl(f.number("a"))));

    /** The surrogate of a case; none if this library does not have it. */
    static Optional<Surrogate> of(CaseFile file) throws CaseFormatException {
        Fields fields = file.fields().object("surrogate");
        Preset preset = PRESETS.get(fields.text("name"));
        return preset == null ? Optional.empty() : Optional.of(preset.of(fields));
    }
}
