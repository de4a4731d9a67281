/**
 * Trained networks at work on a stream, one step at a time and without garbage: the public class is {@link
 * org.spike4j.layers.streaming.StreamingInference}, the rest are the stages it runs. Nothing here trains, starts a thread or
 * touches an INDArray after the start.
 */
package org.spike4j.layers.streaming;
