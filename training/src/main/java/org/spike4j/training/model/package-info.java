/**
 * The model file: a network, what it was trained on, and how far its training has come. What lives here saves and loads
 * it; nothing here trains or evaluates.
 */
package org.spike4j.training.model;
