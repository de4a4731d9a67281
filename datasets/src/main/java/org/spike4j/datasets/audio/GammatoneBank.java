package org.spike4j.datasets.audio;

/**
 * A bank of gammatone filters of order 4: how the places of the basilar membrane move. A filter is a cascade of four equal
 * complex one-pole filters about its centre frequency f; for each sample s
 *
 * <pre>
 * lambda = exp(-2 pi b / rate),  b = 1.019 ERB(f)
 * z_1' = lambda e^(i 2 pi f / rate) z_1 + (1 - lambda) 2 s
 * z_j' = lambda e^(i 2 pi f / rate) z_j + (1 - lambda) z_(j - 1)',  j = 2, 3, 4
 * output = Re z_4'
 * </pre>
 *
 * <p>The factor 2 makes the output of a tone at f as large as the tone. With this b the equivalent rectangular bandwidth
 * of the filter is ERB(f): the integral of |1 + i x|^-8 is 5 pi / 16 = 1 / 1.0186.
 *
 * <p>Hohmann 2002, "Frequency analysis and synthesis using a gammatone filterbank"; b after Patterson
 * et al. 1988, "An efficient auditory filterbank based on the gammatone function".
 */
final class GammatoneBank {
    private static final int ORDER = 4;
    private static final double BANDWIDTHS = 1.019;

    private final int channels;
    private final double[] gain;
    private final double[] real;
    private final double[] imaginary;
    private final double[] stateReal;
    private final double[] stateImaginary;

    /**
     * A bank at rest.
     *
     * @param centers centre frequencies in Hz
     * @param rate samples a second
     */
    GammatoneBank(double[] centers, double rate) {
        channels = centers.length;
        gain = new double[channels];
        real = new double[channels];
        imaginary = new double[channels];
        stateReal = new double[ORDER * channels];
        stateImaginary = new double[ORDER * channels];
        for (int k = 0; k < channels; k++) {
            double lambda = Math.exp(-2 * Math.PI * BANDWIDTHS * ErbScale.bandwidth(centers[k]) / rate);
            double turn = 2 * Math.PI * centers[k] / rate;
            gain[k] = 1 - lambda;
            real[k] = lambda * Math.cos(turn);
            imaginary[k] = lambda * Math.sin(turn);
        }
    }

    /**
     * The next sample.
     *
     * @param sample of the sound
     * @param output receives the output of each filter
     */
    void step(double sample, double[] output) {
        for (int k = 0; k < channels; k++) {
            double inReal = 2 * sample;
            double inImaginary = 0;
            for (int at = k; at < ORDER * channels; at += channels) {
                double re = stateReal[at];
                double im = stateImaginary[at];
                inReal = real[k] * re - imaginary[k] * im + gain[k] * inReal;
                inImaginary = real[k] * im + imaginary[k] * re + gain[k] * inImaginary;
                stateReal[at] = inReal;
                stateImaginary[at] = inImaginary;
            }
            output[k] = inReal;
        }
    }
}
