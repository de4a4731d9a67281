package org.spike4j.layers.execution;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Reduction;

/** What a readout carries from window to window of a sequence in training. */
final class WindowCarry {
    private final Map<String, INDArray> membranes;
    private final CarriedReduction past;
    private CarriedReduction now;

    private WindowCarry(Map<String, INDArray> membranes, CarriedReduction past) {
        this.membranes = membranes;
        this.past = past;
    }

    /**
     * At the start of a sequence.
     *
     * @throws IllegalStateException if the loss cannot go on from window to window
     */
    static WindowCarry start(Objective objective, String layer) {
        if (!(objective instanceof ReadoutLoss)) {
            throw new IllegalStateException(
                    "truncated back-propagation needs a loss function of the reduced sequence, which"
                            + " a RateReadout and a LeakyReadout with a loss function have; this loss takes whole sequences "
                            + layer);
        }
        return new WindowCarry(Map.of(), null);
    }

    /** The objective of a window, or of whole sequences where windows are null. */
    static Objective objective(Objective whole, WindowCarry windows) {
        return windows == null || windows.past == null ? whole : ((ReadoutLoss) whole).after(windows.past);
    }

    /** At the start of the next window, with the membranes after the last pass. */
    WindowCarry next(Map<String, INDArray> membranesNow) {
        if (now == null) {
            throw new IllegalStateException("there was no pass of a window yet; train on it before the next");
        }
        return new WindowCarry(membranesNow, now);
    }

    /** Hears of a pass [T, N, K] of the window; a later pass of the same window replaces it. */
    void passed(Reduction reduction, INDArray window, INDArray mask) {
        now = past == null ? CarriedReduction.first(reduction, window, mask) : past.then(window, mask);
    }

    /** The reduction of the windows before, null in the first. */
    CarriedReduction past() {
        return past;
    }

    /** The membranes at the start of the window, empty in the first. */
    Map<String, INDArray> membranes() {
        return membranes;
    }
}
