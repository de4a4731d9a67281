package org.spike4j.layers.execution;

/** A layer at work that can be one of the replicas that share a mini-batch. */
public interface ReplicaMember {

    /**
     * Makes the layer one of the replicas that share a mini-batch.
     *
     * @param replicas as this layer's network sees them; {@link ReplicaGroup#ALONE} to have the mini-batch for itself
     */
    void join(ReplicaGroup replicas);
}
