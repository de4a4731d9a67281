package org.spike4j.neuron.kernel;

import java.util.Arrays;

/**
 * What kernels of programs do with arrays besides arithmetic, so that one walk over time serves floats and doubles.
 *
 * @param <A> float[] or double[]
 */
interface ArrayKind<A> {
    /** Arrays of floats. */
    ArrayKind<float[]> FLOATS = new ArrayKind<>() {
        @Override
        public float[] make(int length) {
            return new float[length];
        }

        @Override
        public float[][] table(int rows) {
            return new float[rows][];
        }

        @Override
        public int length(float[] array) {
            return array.length;
        }

        @Override
        public void fill(float[] array, int from, int to, double value) {
            Arrays.fill(array, from, to, (float) value);
        }

        @Override
        public void set(float[] array, int at, double value) {
            array[at] = (float) value;
        }

        @Override
        public double get(float[] array, int at) {
            return array[at];
        }

        @Override
        public void add(float[] array, float[] to, int count) {
            for (int k = 0; k < count; k++) {
                to[k] += array[k];
            }
        }

        @Override
        public void load(Slabs slabs, int step, long start, int count, float[] array, int at) {
            slabs.load(step, start, count, array, at);
        }

        @Override
        public void store(Slabs slabs, int step, long start, int count, float[] array, int at) {
            slabs.store(step, start, count, array, at);
        }
    };

    /** Arrays of doubles; tensors may hold floats. */
    ArrayKind<double[]> DOUBLES = new ArrayKind<>() {
        @Override
        public double[] make(int length) {
            return new double[length];
        }

        @Override
        public double[][] table(int rows) {
            return new double[rows][];
        }

        @Override
        public int length(double[] array) {
            return array.length;
        }

        @Override
        public void fill(double[] array, int from, int to, double value) {
            Arrays.fill(array, from, to, value);
        }

        @Override
        public void set(double[] array, int at, double value) {
            array[at] = value;
        }

        @Override
        public double get(double[] array, int at) {
            return array[at];
        }

        @Override
        public void add(double[] array, double[] to, int count) {
            for (int k = 0; k < count; k++) {
                to[k] += array[k];
            }
        }

        @Override
        public void load(Slabs slabs, int step, long start, int count, double[] array, int at) {
            slabs.load(step, start, count, array, at);
        }

        @Override
        public void store(Slabs slabs, int step, long start, int count, double[] array, int at) {
            slabs.store(step, start, count, array, at);
        }
    };

    /** Zeros. */
    A make(int length);

    /** Rows that are not there yet. */
    A[] table(int rows);

    int length(A array);

    void fill(A array, int from, int to, double value);

    void set(A array, int at, double value);

    double get(A array, int at);

    /** to += array. */
    void add(A array, A to, int count);

    void load(Slabs slabs, int step, long start, int count, A array, int at);

    void store(Slabs slabs, int step, long start, int count, A array, int at);
}
