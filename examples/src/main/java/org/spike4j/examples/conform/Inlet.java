package org.spike4j.examples.conform;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a case before its neurons: current = W x + b.
 *
 * @param weights W, [to][from] one after the other
 * @param bias b, one a neuron
 * @param weightName name of W in the case
 * @param biasNames names of the biases that b is the sum of
 */
record Inlet(double[] weights, double[] bias, String weightName, List<String> biasNames) {

    /** Weights without a bias, for so many neurons. */
    static Inlet of(double[] toFrom, int neurons, String name) {
        return new Inlet(toFrom, new double[neurons], name, List.of());
    }

    /** Length of a row of the input. */
    int inputs() {
        return weights.length / bias.length;
    }

    int neurons() {
        return bias.length;
    }

    /** The parameters of the case that this stands for. */
    List<String> names() {
        List<String> names = new ArrayList<>(biasNames);
        names.add(weightName);
        return names;
    }

    /** The currents of the neurons, [T][N][n]. */
    double[] current(CaseFile file) throws CaseFormatException {
        double[] input = rows(file, "input");
        double[] current = new double[input.length / inputs() * neurons()];
        for (int k = 0; k < current.length; k++) {
            current[k] = bias[k % neurons()];
            for (int i = 0; i < inputs(); i++) {
                current[k] += weights[weight(k, i)] * input[entry(k, i)];
            }
        }
        return current;
    }

    /** Compares the gradients on input, weights and biases that follow from one on the currents. */
    void compare(Comparison comparison, CaseFile file, double[] onCurrent) throws CaseFormatException {
        double[] input = rows(file, "input");
        double[] onInput = new double[input.length];
        double[] onWeights = new double[weights.length];
        double[] onBias = new double[neurons()];
        for (int k = 0; k < onCurrent.length; k++) {
            onBias[k % neurons()] += onCurrent[k];
            for (int i = 0; i < inputs(); i++) {
                onInput[entry(k, i)] += weights[weight(k, i)] * onCurrent[k];
                onWeights[weight(k, i)] += input[entry(k, i)] * onCurrent[k];
            }
        }
        Fields expected = file.fields().object("grad_params");
        comparison.values("grad_input", onInput, rows(file, "grad_input"));
        comparison.values("gradient of " + weightName, onWeights, expected.array(weightName, neurons(), inputs()));
        for (String name : biasNames) {
            comparison.values("gradient of " + name, onBias, expected.array(name, neurons()));
        }
    }

    private double[] rows(CaseFile file, String key) throws CaseFormatException {
        return file.fields().array(key, file.steps(), file.samples(), inputs());
    }

    /** The weight from an input of its row to current k. */
    private int weight(int k, int i) {
        return k % neurons() * inputs() + i;
    }

    /** An input of the row of current k. */
    private int entry(int k, int i) {
        return k / neurons() * inputs() + i;
    }
}
