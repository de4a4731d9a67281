package org.spike4j.layers;

/** A layer that may take statistics over the mini-batch, which whoever cuts mini-batches into parts must know. */
public interface NormalisesBatch {

    /**
     * Whether the layer normalises over the batch.
     *
     * @return true if it takes statistics over the mini-batch in training
     */
    boolean hasBatchNorm();
}
