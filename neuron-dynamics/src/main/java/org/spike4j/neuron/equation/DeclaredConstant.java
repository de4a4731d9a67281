package org.spike4j.neuron.equation;

import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Sharing;

/**
 * A constant that a text declares.
 *
 * @param constant name, value in mV, ms, nS and what follows from them, and domain
 * @param unit of the value, as written in messages
 * @param learned which neurons share it if it is learned, else null
 */
public record DeclaredConstant(Constant constant, String unit, Sharing learned) {}
