package org.spike4j.training;

import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** An iterator that is closed after use, if it can be. */
record OpenBatches(DataSetIterator batches) implements AutoCloseable {

    @Override
    public void close() {
        if (batches instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("the data could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
