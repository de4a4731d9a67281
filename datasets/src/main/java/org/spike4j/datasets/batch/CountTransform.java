package org.spike4j.datasets.batch;

/** What becomes of the event count n of a pixel in a time slice, or of another number there, which may be below 0. */
public enum CountTransform {
    /** n: as counted. */
    COUNTS {
        @Override
        void apply(float[] counts) {
            // counts stay as they are
        }
    },
    /** min(n, 1), and no less than -1: whether there was an event. */
    BINARY {
        @Override
        void apply(float[] counts) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = Math.max(-1, Math.min(counts[i], 1));
            }
        }
    },
    /** ln(1 + n), and -ln(1 - n) below 0: large counts weigh less. */
    LOG1P {
        @Override
        void apply(float[] counts) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    counts[i] = (float) Math.copySign(Math.log1p(Math.abs(counts[i])), counts[i]);
                }
            }
        }
    };

    /** Changes counts in place. */
    abstract void apply(float[] counts);
}
