package org.spike4j.neuron.kernel;

/** What is not 0 in some rows of factors, row by row: where products skip zeros, this is all they look at. Unchecked. */
final class RowEvents {
    /** What {@link #find} returns if there are too many to be worth it. */
    static final int MANY = -1;

    /** Column of each event. */
    final int[] columns;
    /** Value of each event. */
    final float[] values;
    /** For each row, the index behind its last event. */
    final int[] ends;

    /** Room for so many rows of a length. */
    RowEvents(int rows, int length) {
        columns = new int[rows * length];
        values = new float[rows * length];
        ends = new int[rows];
    }

    /**
     * Finds the events of rows.
     *
     * @param factors holds the rows one after the other
     * @param from first element of the first row
     * @param rows how many
     * @param length elements of a row
     * @param share of the elements from where on events are too many; negative if there is always one too many
     * @return number of events, or {@link #MANY}
     */
    int find(float[] factors, int from, int rows, int length, double share) {
        double most = share * rows * length;
        int found = 0;
        for (int row = 0; row < rows && found <= most; row++) {
            int at = from + row * length;
            for (int k = 0; k < length; k++) {
                float factor = factors[at + k];
                columns[found] = k; // overwritten by the next one if this is 0
                values[found] = factor;
                found += factor != 0 ? 1 : 0;
            }
            ends[row] = found;
        }
        return found > most ? MANY : found;
    }
}
