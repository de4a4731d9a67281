package org.spike4j.datasets.encoding;

/**
 * A population of m neurons with overlapping Gaussian fields, each of which codes how near the value is to its centre:
 *
 * <pre>
 * c_j = low + (2 j - 3) / 2 (high - low) / (m - 2),  j = 1 ... m;  sigma = (high - low) / (beta (m - 2))
 * a_j = exp(-(x - c_j)^2 / (2 sigma^2)), which the code of the responses encodes
 * </pre>
 *
 * <p>Takes any finite value. Bohte, Kok, La Poutre 2002, "Error-backpropagation in temporally encoded networks of spiking
 * neurons", with a latency code and beta = 1.5.
 *
 * @param code of the responses a_j, of one unit a value
 * @param units m, at least 3
 * @param low lower end of the values
 * @param high upper end of the values
 * @param beta how narrow the fields are, above 0
 */
public record PopulationEncoder(Encoder code, int units, double low, double high, double beta) implements Encoder {
    private static final double BETA = 1.5;

    /** Checks the values. */
    public PopulationEncoder {
        if (code.unitsPerValue() != 1) {
            throw new IllegalArgumentException(
                    "the code of a population needs one unit a value, had " + code.unitsPerValue());
        }
        if (units < 3) {
            throw new IllegalArgumentException("units must be >= 3, was " + units);
        }
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("low must be below high, both finite; were " + low + " and " + high);
        }
        if (!(beta > 0)) {
            throw new IllegalArgumentException("beta must be > 0, was " + beta);
        }
    }

    /**
     * A population for values from 0 to 1, with beta = 1.5.
     *
     * @param code of the responses, of one unit a value
     * @param units m, at least 3
     * @return the encoder
     */
    public static PopulationEncoder of(Encoder code, int units) {
        return new PopulationEncoder(code, units, 0, 1, BETA);
    }

    @Override
    public int steps() {
        return code.steps();
    }

    @Override
    public int unitsPerValue() {
        return units;
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        double distance = (high - low) / (units - 2);
        double sigma = distance / beta;
        double[] responses = new double[values.length * units];
        for (int k = 0; k < values.length; k++) {
            Values.requireFinite(values[k], k);
            for (int j = 0; j < units; j++) {
                double off = (values[k] - (low + (j - 0.5) * distance)) / sigma;
                responses[k * units + j] = Math.exp(-off * off / 2);
            }
        }
        code.encode(responses, seed, spikes);
    }
}
