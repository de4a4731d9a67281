/**
 * Data sets of labelled videos in their official layouts, and how they become samples: clips, differences or simulated
 * events. Decoding and clips live in the packages beside it.
 */
package org.spike4j.datasets.video.sets;
