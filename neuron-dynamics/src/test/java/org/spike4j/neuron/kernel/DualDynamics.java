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

import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.surrogate.SmoothSpike;

/**
 * The step that {@link AffineDynamics} documents, written on dual numbers, one neuron at a time: an adjoint-free second
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
        Dual loss = Dual.ZERO;
        int slab = (int) shape.slab();
        for (int k = 0; k < slab; k++) {
            Dual[] c = in.coefficientsOf(shape.channelOf(k));
            Dual v = in.state()[k];
            Dual i = dynamics.synapse() ? in.state()[slab + k] : Dual.ZERO;
            for (int t = 0; t < shape.steps(); t++) {
                Dual j = in.input()[shape.staticInput() ? k : t * slab + k].plus(i);
                Dual h = membrane(c, v, j);
                Dual distance = h.minus(at(c, THRESHOLD));
                Dual s = spike(distance);
                Dual r = resets(ResetTiming.SAME_STEP) ? reset(c, h, s) : h;
                v = at(c, LEAK).times(r).plus(at(c, LEAK_DRIVE));
                i = dynamics.synapse() ? at(c, SYNAPSE_DECAY).times(j) : Dual.ZERO;
                Dual y = switch (dynamics.tap()) {
                    case SPIKE -> at(c, AMPLITUDE).times(s);
                    case MEMBRANE -> h.through(dynamics.activation());
                    case DISTANCE -> distance.through(dynamics.activation());
                    case RESET -> r.through(dynamics.activation());
                    case CARRIED -> v.through(dynamics.activation());
                };
                loss = loss.plus(upstream.loss(t * slab + k, y, h, v));
            }
        }
        return loss;
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
