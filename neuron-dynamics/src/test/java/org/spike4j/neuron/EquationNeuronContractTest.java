package org.spike4j.neuron;

import java.util.Map;
import java.util.stream.Stream;
import org.spike4j.neuron.surrogate.Sigmoid;

/** LIF, adaptive LIF, AdEx and Izhikevich's neuron as a user writes them. */
class EquationNeuronContractTest extends EquationModelContract<EquationNeuron> {
    private static final EquationNeuron LIF = EquationNeuron.of("""
            constant tau = 4 ms in (1 ms, infinity) learned
            constant v_rest = 0.1
            constant threshold = 0.6 in (0, infinity) learned per channel
            state v = v_rest
            dv/dt = (v_rest - v + i) / tau
            spike when v >= threshold
            on spike: v = v_rest
            """);
    private static final EquationNeuron ADAPTIVE = EquationNeuron.of("""
            constant tau = 4 ms
            constant tau_w = 20 ms
            constant a = 0.3
            constant b = 0.2
            state v = 0
            state w = 0
            dv/dt = (i - w - v) / tau : exponential
            dw/dt = (a * v - w) / tau_w
            spike when v >= 0.5
            on spike: v -= 0.5; w += b
            """);
    private static final EquationNeuron ADEX =
            EquationNeuron.of("""
                    input i : pA
                    constant c = 200 pF
                    constant g = 10 nS
                    constant e_leak = -70 mV
                    constant v_t = -50 mV
                    constant delta = 2 mV
                    constant a = 2 nS
                    constant b = 60 pA
                    constant tau_w = 30 ms
                    state v = e_leak
                    state w = 0 pA
                    dv/dt = (-g * (v - e_leak) + g * delta * exp(min(10, (v - v_t) / delta)) - w + i) / c
                    dw/dt = (a * (v - e_leak) - w) / tau_w
                    spike when v >= -40 mV
                    on spike: v = -58 mV; w += b
                    """).withDt(0.5e-3).withSurrogate(new Sigmoid(0.1, 0.4));
    private static final EquationNeuron IZHIKEVICH =
            EquationNeuron.of("""
                    constant a = 0.02
                    constant b = 0.2
                    constant d = 8
                    state v = -65
                    state u = -13
                    dv/dt = (0.04 * v^2 + 5 * v + 140 - u + i) / (1 ms)
                    du/dt = a * (b * v - u) / (1 ms)
                    spike when v >= 30
                    on spike: v = -65; u += d
                    """).withSubSteps(2).withSurrogate(new Sigmoid(0.1, 0.4));

    private static final Map<EquationNeuron, double[]> RANGES = Map.of(
            LIF, new double[] {-0.5, 3},
            ADAPTIVE, new double[] {-0.5, 3},
            ADEX, new double[] {0, 2000},
            IZHIKEVICH, new double[] {0, 40});

    @Override
    Stream<EquationNeuron> models() {
        return Stream.of(LIF, ADAPTIVE, ADEX, IZHIKEVICH);
    }

    @Override
    double[] inputRange(EquationNeuron model) {
        return RANGES.get(model);
    }

    /** The quadratic membrane doubles an error in a step where it rises steeply. */
    @Override
    double floatTolerance(EquationNeuron model) {
        return model == IZHIKEVICH ? 1e-3 : super.floatTolerance(model);
    }

    @Override
    double[] documentedStart(EquationNeuron model) {
        if (model == LIF) {
            return new double[] {0.1};
        }
        return model == ADAPTIVE ? new double[2] : model == ADEX ? new double[] {-70, 0} : new double[] {-65, -13};
    }

    @Override
    Step documentedStep(EquationNeuron model, double[] states, double x) {
        double v = states[0];
        if (model == LIF) {
            double h = v + (0.1 - v + x) / 4;
            return new Step(new double[] {h >= 0.6 ? 0.1 : h}, h >= 0.6 ? 1 : 0);
        }
        double w = states[1];
        if (model == ADAPTIVE) {
            double decay = Math.exp(-1 / 4.0);
            double h = v * decay + (1 - decay) * (x - w);
            double next = w + (0.3 * v - w) / 20;
            boolean fires = h >= 0.5;
            return new Step(new double[] {fires ? h - 0.5 : h, fires ? next + 0.2 : next}, fires ? 1 : 0);
        }
        if (model == ADEX) {
            double upstroke = 10 * 2 * Math.exp(Math.min(10, (v + 50) / 2));
            double h = v + 0.5 * (-10 * (v + 70) + upstroke - w + x) / 200;
            double next = w + 0.5 * (2 * (v + 70) - w) / 30;
            return new Step(new double[] {h >= -40 ? -58 : h, h >= -40 ? next + 60 : next}, h >= -40 ? 1 : 0);
        }
        double h = v + 0.5 * (0.04 * v * v + 5 * v + 140 - w + x);
        double next = w + 0.5 * 0.02 * (0.2 * v - w);
        return new Step(new double[] {h >= 30 ? -65 : h, h >= 30 ? next + 8 : next}, h >= 30 ? 1 : 0);
    }
}
