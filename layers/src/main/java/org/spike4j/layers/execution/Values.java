package org.spike4j.layers.execution;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Elements of arrays, all at once; ND4J's own ways take them one by one. */
public final class Values {
    private Values() {}

    /**
     * Reads an array.
     *
     * @param array any array of numbers; not modified
     * @return its elements in c order
     */
    public static double[] read(INDArray array) {
        INDArray dense = Memory.isDense(array) ? array : array.dup('c');
        Pointer memory = dense.data().addressPointer();
        double[] values = new double[Math.toIntExact(array.length())];
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(memory).get(values);
        } else if (array.dataType() == DataType.FLOAT) {
            float[] floats = new float[values.length];
            new FloatPointer(memory).get(floats);
            for (int k = 0; k < floats.length; k++) {
                values[k] = floats[k];
            }
        } else {
            return array.castTo(DataType.DOUBLE)
                    .dup('c')
                    .reshape(array.length())
                    .toDoubleVector();
        }
        Reference.reachabilityFence(dense);
        return values;
    }

    /**
     * Writes an array.
     *
     * @param values its new elements in c order; not modified
     * @param array dense in c order
     */
    public static void write(double[] values, INDArray array) {
        Pointer memory = array.data().addressPointer();
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(memory).put(values);
        } else if (array.dataType() == DataType.FLOAT) {
            float[] floats = new float[values.length];
            for (int k = 0; k < floats.length; k++) {
                floats[k] = (float) values[k];
            }
            new FloatPointer(memory).put(floats);
        } else {
            array.assign(Nd4j.createFromArray(values).reshape('c', array.shape()));
        }
        Reference.reachabilityFence(array);
    }

    /** Writes some elements: values[k] to places[k] in c order, unless that is negative. The array is dense in c order. */
    static void write(double[] values, int[] places, INDArray array) {
        Pointer memory = array.data().addressPointer();
        DoublePointer doubles = array.dataType() == DataType.DOUBLE ? new DoublePointer(memory) : null;
        FloatPointer floats = array.dataType() == DataType.FLOAT ? new FloatPointer(memory) : null;
        for (int k = 0; k < places.length; k++) {
            if (places[k] < 0) {
                continue;
            }
            if (doubles != null) {
                doubles.put(places[k], values[k]);
            } else if (floats != null) {
                floats.put(places[k], (float) values[k]);
            } else {
                array.putScalar(places[k], values[k]);
            }
        }
        Reference.reachabilityFence(array);
    }
}
