/**
 * What a network that streams remembers, as a value that can be kept, written and taken up again: the public class is {@link
 * org.spike4j.layers.state.NetworkState}. Nothing here computes.
 */
package org.spike4j.layers.state;
