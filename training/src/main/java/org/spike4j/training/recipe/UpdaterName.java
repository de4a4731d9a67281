package org.spike4j.training.recipe;

/** How gradients move the weights. */
public enum UpdaterName {
    /** Adam with Deeplearning4j's constants: 0.9, 0.999, 1e-8. */
    ADAM,
    /** Plain stochastic gradient descent. */
    SGD
}
