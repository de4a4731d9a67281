package org.spike4j.neuron.kernel;

/**
 * Mean and biased variance of each channel.
 *
 * @param mean one a channel
 * @param variance one a channel, divided by the count
 * @param count values of each channel
 */
public record ChannelMoments(double[] mean, double[] variance, long count) {}
