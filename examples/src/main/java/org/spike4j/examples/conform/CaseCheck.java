package org.spike4j.examples.conform;

import org.nd4j.linalg.api.buffer.DataType;

/** A case in terms of this library, ready to be run. */
interface CaseCheck {

    /** Computes what the case holds in one type of numbers, and compares. */
    void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException;

    /** What computes the case: a model, loss or layer of this library, and what is around it. */
    String describe();
}
