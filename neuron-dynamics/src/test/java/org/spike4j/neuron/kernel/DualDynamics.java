package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.SYNAPSE_DECAY;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.Arrays;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.surrogate.SmoothSpike;

/**
 * The step that {@link AffineDynamics} documents, written on dual numbers: an adjoint-free second
 * implementation to check the kernels' gradients with.
 *
 * <p>With the hard spike, H has the value of the step function and the derivative of the surrogate, as the kernels have
 * it. With the smooth spike, H is the primitive of the surrogate, so the whole step is an ordinary smooth function.
 */
final class DualDynamics {
    private final AffineDynamics dynamics;
    private final boolean smooth;

    DualDynamics(AffineDynamics dynamics, boolean smooth) {
        this.dynamics = dynamics;
        this.smooth = smooth;
    }

    /** The loss, with its derivative with respect to whatever variables have a slope. */
    Dual loss(SequenceShape shape, DualInputs in, Upstream upstream) {
        int slab = (int) shape.slab();
        Dual[] v = Arrays.copyOf(in.state(), slab);
        Dual[] i = dynamics.synapse() ? Arrays.copyOfRange(in.state(), slab, 2 * slab) : zeros(slab);
        Dual[] h = new Dual[slab];
        Dual[] y = in.before();
        Dual loss = Dual.ZERO;
        for (int t = 0; t < shape.steps(); t++) {
            Dual[] last = y;
            y = new Dual[slab];
            for (int k = 0; k < slab; k++) {
                Dual[] c = in.coefficientsOf(shape.channelOf(k));
                Dual x = in.input()[shape.staticInput() ? k : t * slab + k].plus(in.recurrent(last, k));
                Dual j = x.plus(i[k]);
                h[k] = membrane(c, v[k], j);
                Dual distance = h[k].minus(at(c, THRESHOLD));
                Dual s = spike(distance);
                Dual r = resets(ResetTiming.SAME_STEP) ? reset(c, h[k], s) : h[k];
                v[k] = at(c, LEAK).times(r).plus(at(c, LEAK_DRIVE));
                i[k] = dynamics.synapse() ? at(c, SYNAPSE_DECAY).times(j) : Dual.ZERO;
                y[k] = switch (dynamics.tap()) {
                    case SPIKE -> at(c, AMPLITUDE).times(s);
                    case MEMBRANE -> h[k].through(dynamics.activation());
                    case DISTANCE -> distance.through(dynamics.activation());
                    case RESET -> r.through(dynamics.activation());
                    case CARRIED -> v[k].through(dynamics.activation());
                };
            }
            for (int k = 0; k < slab; k++) {
                Dual output = !dynamics.inhibited() || wins(shape, in, h, k) ? y[k] : Dual.ZERO;
                loss = loss.plus(upstream.loss(t * slab + k, output, h[k], v[k]));
            }
        }
        return loss;
    }

    /** Whether no other channel at the place of element k is farther above its threshold. */
    private static boolean wins(SequenceShape shape, DualInputs in, Dual[] h, int k) {
        int inner = (int) shape.inner();
        int first = k / (inner * shape.channels()) * inner * shape.channels() + k % inner;
        double own = h[k].value()
                - at(in.coefficientsOf(shape.channelOf(k)), THRESHOLD).value();
        for (int channel = 0; channel < shape.channels(); channel++) {
            Dual theta = at(in.coefficientsOf(channel), THRESHOLD);
            if (h[first + channel * inner].value() - theta.value() > own) {
                return false;
            }
        }
        return true;
    }

    private static Dual[] zeros(int length) {
        Dual[] zeros = new Dual[length];
        Arrays.fill(zeros, Dual.ZERO);
        return zeros;
    }

    private Dual membrane(Dual[] c, Dual v, Dual j) {
        Dual carried = v;
        Dual taken = Dual.ZERO;
        if (resets(ResetTiming.NEXT_STEP)) {
            Dual q = spike(v.minus(at(c, THRESHOLD)));
            if (dynamics.reset().mode() == ResetMode.SUBTRACT) {
                taken = (dynamics.reset().detached() ? q.detached() : q).times(at(c, THRESHOLD));
            } else {
                carried = reset(c, v, q);
            }
        }
        return at(c, DECAY)
                .times(carried)
                .plus(at(c, GAIN).times(j))
                .plus(at(c, DRIVE))
                .minus(taken);
    }

    private Dual reset(Dual[] c, Dual h, Dual spike) {
        Dual s = dynamics.reset().detached() ? spike.detached() : spike;
        return switch (dynamics.reset().mode()) {
            case NONE -> h;
            case SUBTRACT -> h.minus(s.times(at(c, THRESHOLD)));
            case TO_VALUE -> s.times(at(c, RESET_VALUE)).plus(Dual.ONE.minus(s).times(h));
        };
    }

    private boolean resets(ResetTiming timing) {
        return dynamics.reset().timing() == timing && dynamics.reset().mode() != ResetMode.NONE;
    }

    private Dual spike(Dual x) {
        if (dynamics.fire() == FireCondition.NEVER) {
            return Dual.ZERO;
        }
        double slope = dynamics.surrogate().derivative(x.value()) * x.slope();
        if (smooth) {
            return new Dual(((SmoothSpike) dynamics.surrogate()).primitive(x.value()), slope);
        }
        boolean fires = dynamics.fire() == FireCondition.AT_THRESHOLD ? x.value() >= 0 : x.value() > 0;
        return new Dual(fires ? 1 : 0, slope);
    }

    private static Dual at(Dual[] coefficients, Coefficient which) {
        return coefficients[which.ordinal()];
    }
}
