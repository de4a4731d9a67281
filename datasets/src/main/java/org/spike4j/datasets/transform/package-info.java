/**
 * Transforms of event streams: geometry, time, noise, filters and random changes for training, each seeded and
 * composable. Frames and other dense pictures of events do not live here.
 */
package org.spike4j.datasets.transform;
