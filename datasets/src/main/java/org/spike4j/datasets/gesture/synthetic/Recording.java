package org.spike4j.datasets.gesture.synthetic;

import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.gesture.GestureLabel;

/**
 * One recording with its labels.
 *
 * @param events what the camera sent
 * @param labels when which gesture was performed
 */
record Recording(EventStream events, List<GestureLabel> labels) {}
