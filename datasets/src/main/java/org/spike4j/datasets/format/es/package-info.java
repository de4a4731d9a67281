/**
 * Event Stream 2.0, the .es files of Faery, Loris and Sepia: a header of 20 bytes, then events of one kind as the time
 * since the event before and their pixel. Names follow the specification at github.com/neuromorphic-paris/event_stream.
 */
package org.spike4j.datasets.format.es;
