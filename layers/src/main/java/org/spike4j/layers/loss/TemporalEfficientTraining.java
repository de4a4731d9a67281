package org.spike4j.layers.loss;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;

/**
 * Temporal efficient training (Deng et al. 2022, ICLR, equations 9 to 11): the cross-entropy at every step, mixed with the
 * squares of the distance of every x to one value phi, usually the threshold of the neurons.
 *
 * <pre>
 * L = (1 - lambda) (mean over t of -(sum over k of c_k y_k log softmax(x_t)_k)) + lambda (mean over t and k of (x_tk - phi)^2)
 * </pre>
 *
 * <p>Output: the softmax of the mean over t of x_t.
 *
 * @param lambda share of the squares, 0 to 1
 * @param phi the value every output is drawn to
 * @param weights c, one a class, or none for 1
 */
public record TemporalEfficientTraining(
        @JsonProperty("lambda") double lambda,
        @JsonProperty("phi") double phi,
        @JsonProperty("weights") List<Double> weights)
        implements SequenceLoss {

    /** Checks the constants. */
    public TemporalEfficientTraining {
        Checks.share(lambda, "lambda");
        Checks.finite(phi, "phi");
        weights = Checks.weights(weights);
    }

    /**
     * The loss with a share of squares.
     *
     * @param lambda share of the squares, 0 to 1
     * @param phi the value every output is drawn to, usually the threshold of the neurons
     * @return the loss without class weights
     */
    public static TemporalEfficientTraining withLambda(double lambda, double phi) {
        return new TemporalEfficientTraining(lambda, phi, List.of());
    }

    /**
     * This loss with class weights.
     *
     * @param newWeights c, one a class, each at least 0
     * @return a copy
     */
    public TemporalEfficientTraining withWeights(Double... newWeights) {
        return new TemporalEfficientTraining(lambda, phi, List.of(newWeights));
    }

    @Override
    public Reduction reduction() {
        return Reduction.MEAN;
    }

    @Override
    public void activateInPlace(double[] reduced) {
        Softmax.applyInPlace(reduced);
    }

    @Override
    public void requireClasses(int classes) {
        Checks.weightsFit(weights, classes);
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        double entropy = CrossEntropy.atEveryStep(x, label, weights, 1 - lambda, gradient);
        double squares = 0;
        double[] values = x.values();
        for (int k = 0; k < values.length; k++) {
            double distance = values[k] - phi;
            squares += distance * distance / values.length;
            gradient[k] += lambda * 2 * distance / values.length;
        }
        return (1 - lambda) * entropy + lambda * squares;
    }
}
