package org.spike4j.examples.plot;

/**
 * What a neuron puts out on average over inputs that do not change.
 *
 * @param inputTitle name and unit of the input
 * @param input ascending
 * @param outputTitle name and unit of what is put out
 * @param output mean for each input
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record ResponseCurve(String inputTitle, double[] input, String outputTitle, double[] output) {

    /** Checks the lengths. */
    public ResponseCurve {
        if (input.length < 2 || input.length != output.length) {
            throw new IllegalArgumentException("a response needs at least two inputs and as many outputs, had "
                    + input.length + " and " + output.length);
        }
    }
}
