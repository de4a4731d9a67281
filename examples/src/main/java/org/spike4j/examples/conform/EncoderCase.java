package org.spike4j.examples.conform;

import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.datasets.encoding.DeltaEncoder;
import org.spike4j.datasets.encoding.Encoder;
import org.spike4j.datasets.encoding.LatencyEncoder;

/** The case of an encoder, which works in double whatever the type of the case. */
interface EncoderCase extends CaseCheck {

    /** Of values that do not change: input [N][n], spikes [T][N][n]. */
    record Still(Encoder encoder) implements EncoderCase {
        @Override
        public String describe() {
            return encoder.getClass().getSimpleName();
        }

        @Override
        public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
            Fields fields = file.fields();
            int samples = fields.length("input");
            int columns = fields.rowLength("input");
            double[] values = fields.array("input", samples, columns);
            float[] spikes = new float[encoder.steps() * values.length];
            encoder.encode(values, 0, spikes);
            double[] expected = fields.array("output", encoder.steps(), samples, columns);
            comparison.spikes("spikes", EncoderCase.toDouble(spikes), expected);
            if (fields.has("spike_time")) {
                double[] times = ((LatencyEncoder) encoder).times(values);
                comparison.values("spike_time", times, fields.array("spike_time", samples, columns));
            }
        }
    }

    /** Of changes of a sequence: input and spikes [T][N][n]. */
    record Moving(DeltaEncoder encoder) implements EncoderCase {
        @Override
        public String describe() {
            return encoder.getClass().getSimpleName();
        }

        @Override
        public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
            float[] spikes = encoder.encode(file.sequence("input"), file.samples() * file.columns());
            comparison.spikes("spikes", toDouble(spikes), file.sequence("output"));
        }
    }

    private static double[] toDouble(float[] values) {
        double[] wide = new double[values.length];
        for (int k = 0; k < wide.length; k++) {
            wide[k] = values[k];
        }
        return wide;
    }
}
