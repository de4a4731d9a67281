package org.spike4j.training.recipe;

import java.util.function.DoubleFunction;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Circ;
import org.spike4j.neuron.surrogate.FakeNumericalGradient;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.GradedExponential;
import org.spike4j.neuron.surrogate.Heaviside;
import org.spike4j.neuron.surrogate.LeakyKRelu;
import org.spike4j.neuron.surrogate.LogTailedRelu;
import org.spike4j.neuron.surrogate.MultiGaussian;
import org.spike4j.neuron.surrogate.NonzeroSignLogAbs;
import org.spike4j.neuron.surrogate.OneSidedWindow;
import org.spike4j.neuron.surrogate.PeriodicExponential;
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

/** The surrogates a recipe can name, what their {@code alpha} means, and its default. */
enum SurrogateFamily {
    /** {@link ATan#ofAlpha}. */
    ATAN(2, ATan::ofAlpha),
    /** {@link FastSigmoid#ofSlope}. */
    FAST_SIGMOID(25, FastSigmoid::ofSlope),
    /** {@link Sigmoid#ofAlpha}. */
    SIGMOID(4, Sigmoid::ofAlpha),
    /** {@link Triangle#spikingJelly}. */
    TRIANGLE(1, Triangle::spikingJelly),
    /** {@link Rectangle#bidl}. */
    RECTANGLE(0.5, Rectangle::bidl),
    /** {@link Gaussian#spikingJellyErf}. */
    GAUSSIAN(2, Gaussian::spikingJellyErf),
    /** {@link PiecewiseExponential#spikingJelly}. */
    PIECEWISE_EXPONENTIAL(1, PiecewiseExponential::spikingJelly),
    /** {@link GradedExponential#lava} of width alpha. */
    GRADED_EXPONENTIAL(1, alpha -> GradedExponential.lava(alpha, 1, 1)),
    /** {@link PeriodicExponential#sinabs} of width alpha. */
    PERIODIC_EXPONENTIAL(0.5, alpha -> PeriodicExponential.sinabs(alpha, 1)),
    /** {@link NonzeroSignLogAbs#spikingJelly}. */
    NONZERO_SIGN_LOG_ABS(1, NonzeroSignLogAbs::spikingJelly),
    /** {@link PiecewiseLeakyRelu#spikingJelly} of half width alpha. */
    PIECEWISE_LEAKY_RELU(1, alpha -> PiecewiseLeakyRelu.spikingJelly(alpha, 0.01)),
    /** {@link SquarewaveFourierSeries#spikingJelly} of period alpha. */
    SQUAREWAVE_FOURIER_SERIES(8, alpha -> SquarewaveFourierSeries.spikingJelly(2, alpha)),
    /** {@link S2nn#spikingJelly}. */
    S2NN(4, alpha -> S2nn.spikingJelly(alpha, 1)),
    /** {@link QPseudoSpike#spikingJelly}. */
    Q_PSEUDO_SPIKE(2, QPseudoSpike::spikingJelly),
    /** {@link LeakyKRelu#spikingJelly} of k = alpha. */
    LEAKY_K_RELU(1, alpha -> LeakyKRelu.spikingJelly(alpha, 0)),
    /** {@link FakeNumericalGradient#spikingJelly}. */
    FAKE_NUMERICAL_GRADIENT(0.3, FakeNumericalGradient::spikingJelly),
    /** {@link LogTailedRelu#spikingJelly}. */
    LOG_TAILED_RELU(0, LogTailedRelu::spikingJelly),
    /** {@link StraightThrough} of height alpha. */
    STRAIGHT_THROUGH(1, StraightThrough::new),
    /** {@link SpikeRateEscape#snnTorch} of slope alpha. */
    SPIKE_RATE_ESCAPE(25, alpha -> SpikeRateEscape.snnTorch(1, alpha)),
    /** {@link SparseFastSigmoid#snnTorch} of slope alpha, from the threshold on. */
    SPARSE_FAST_SIGMOID(25, alpha -> SparseFastSigmoid.snnTorch(alpha, 0)),
    /** {@link Heaviside} of height alpha. */
    HEAVISIDE(1, Heaviside::new),
    /** {@link OneSidedWindow#ofWindow} of window alpha. */
    ONE_SIDED_WINDOW(0.5, alpha -> OneSidedWindow.ofWindow(alpha, 1)),
    /** {@link Circ#norse}. */
    CIRC(1, Circ::norse),
    /** {@link MultiGaussian#sinabs} of deviation alpha. */
    MULTI_GAUSSIAN(0.5, alpha -> MultiGaussian.sinabs(alpha, 1));

    private final double alpha;
    private final DoubleFunction<Surrogate> preset;

    SurrogateFamily(double alpha, DoubleFunction<Surrogate> preset) {
        this.alpha = alpha;
        this.preset = preset;
    }

    static Surrogate read(Section section) {
        section.allow("family", "alpha");
        SurrogateFamily family = section.get("family").choice(SurrogateFamily.class);
        return family.preset.apply(section.find("alpha").map(Value::positive).orElse(family.alpha));
    }
}
