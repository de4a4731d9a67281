package org.spike4j.neuron.kernel;

/** What a training step spends its time on, as {@link StageClock} tells it apart. */
public enum Stage {
    /** Bringing the input into time-major order. */
    INPUT("input"),
    /** The current from the input: a convolution or a matrix product. */
    CURRENT("current"),
    /** The gradient on the weights alone. */
    WEIGHT_GRADIENT("weight grad"),
    /** The gradient on the input alone. */
    INPUT_GRADIENT("input grad"),
    /** Gradients on the weights and on the input, from one operation. */
    BOTH_GRADIENTS("both grads"),
    /** Batch normalisation: its statistics, and their part of the gradient. */
    NORM("norm"),
    /** The neuron over time, with what is folded into it. */
    NEURON("neuron"),
    /** Pooling. */
    POOL("pool"),
    /** Normalisation, neuron and pooling in one pass over memory. */
    FUSED_BLOCK("fused block"),
    /** Reduction over time, loss and its gradient. */
    LOSS("loss"),
    /** The updater, up to the end of the step. */
    UPDATER("updater"),
    /** All that no other stage reports: allocation, dispatch, the network's own loop. */
    OTHER("other");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /**
     * A short name for people.
     *
     * @return words without a unit
     */
    public String title() {
        return title;
    }
}
