package org.spike4j.neuron.kernel;

/** The memory of one pass; arrays that the caller did not give are null. */
record PassMemory(
        Slabs input,
        Slabs initialState,
        Slabs output,
        Slabs membrane,
        Slabs carried,
        Slabs finalState,
        Slabs outputGradient,
        Slabs membraneGradient,
        Slabs carriedGradient,
        Slabs inputGradient,
        Slabs initialStateGradient) {
    /** A pass whose memory is not tensors. */
    static final PassMemory NONE = new PassMemory(null, null, null, null, null, null, null, null, null, null, null);

    static PassMemory of(ForwardArrays arrays, Dynamics dynamics, SequenceShape shape) {
        int states = dynamics.stateCount();
        return new PassMemory(
                Slabs.of(arrays.input(), shape.inputSteps(), shape.slab()),
                Slabs.of(arrays.initialState(), states, shape.slab()),
                Slabs.of(arrays.output(), shape.steps(), shape.slab()),
                Slabs.of(arrays.membrane(), shape.steps(), shape.slab()),
                Slabs.of(arrays.carried(), shape.steps(), shape.slab()),
                Slabs.of(arrays.finalState(), states, shape.slab()),
                null,
                null,
                null,
                null,
                null);
    }

    static PassMemory of(BackwardArrays arrays, Dynamics dynamics, SequenceShape shape) {
        int states = dynamics.stateCount();
        return new PassMemory(
                Slabs.of(arrays.input(), shape.inputSteps(), shape.slab()),
                Slabs.of(arrays.initialState(), states, shape.slab()),
                null,
                null,
                null,
                null,
                Slabs.of(arrays.outputGradient(), shape.steps(), shape.slab()),
                Slabs.of(arrays.membraneGradient(), shape.steps(), shape.slab()),
                Slabs.of(arrays.carriedGradient(), shape.steps(), shape.slab()),
                Slabs.of(arrays.inputGradient(), shape.inputSteps(), shape.slab()),
                Slabs.of(arrays.initialStateGradient(), states, shape.slab()));
    }
}
