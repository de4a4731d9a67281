package org.spike4j.datasets.sets;

import java.util.Arrays;

/** What becomes of the taxels v of a fingertip, 0 to 255, where 255 is no touch. */
public enum Touch {
    /** How hard each taxel is pressed, 12 numbers a step: (255 - v) / 255. */
    PRESSURE {
        @Override
        int features() {
            return Braille.TAXELS;
        }

        @Override
        float[] series(double[] taxels, int steps) {
            float[] series = new float[steps * Braille.TAXELS];
            for (int i = 0; i < series.length; i++) {
                series[i] = (float) ((NO_TOUCH - taxels[i]) / NO_TOUCH);
            }
            return series;
        }
    },
    /**
     * Spikes where the pressure changes, 24 numbers a step: for each taxel those of growing pressure, then those of
     * falling pressure. With the value r of the taxel at its last spike, at first that of step 0,
     *
     * <pre>
     * n = trunc((r - v) / 2);  n spikes of growth if n &gt; 0, -n of fall if n &lt; 0;  r' = r - 2 n
     * </pre>
     *
     * <p>Send on delta, as Müller-Cleve et al. 2022 make their events.
     */
    CHANGES {
        @Override
        int features() {
            return 2 * Braille.TAXELS;
        }

        @Override
        float[] series(double[] taxels, int steps) {
            float[] series = new float[steps * features()];
            double[] last = Arrays.copyOf(taxels, Braille.TAXELS);
            for (int t = 0; t < steps; t++) {
                for (int k = 0; k < Braille.TAXELS; k++) {
                    int spikes = (int) ((last[k] - taxels[t * Braille.TAXELS + k]) / DELTA);
                    last[k] -= DELTA * spikes;
                    series[t * features() + (spikes < 0 ? Braille.TAXELS : 0) + k] = Math.abs(spikes);
                }
            }
            return series;
        }
    };

    private static final double NO_TOUCH = 255;
    private static final double DELTA = 2;

    /** Numbers of a step. */
    abstract int features();

    /** The first steps of a series of taxels [T, 12] as numbers [T, features]. */
    abstract float[] series(double[] taxels, int steps);
}
