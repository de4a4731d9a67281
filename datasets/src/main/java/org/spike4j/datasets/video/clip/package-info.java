/**
 * Clips: a few pictures of a video as numbers [C, T, H, W], how they are chosen, and changes of them for training.
 * Decoding lives in the package above; nothing here knows of networks.
 */
package org.spike4j.datasets.video.clip;
