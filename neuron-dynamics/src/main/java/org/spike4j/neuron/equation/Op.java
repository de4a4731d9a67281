package org.spike4j.neuron.equation;

/** What a {@link Node} does with its arguments a, b and c. */
public enum Op {
    /** A number. */
    NUMBER(0),
    /** A named quantity whose value comes from outside. */
    SYMBOL(0),
    /** a + b. */
    ADD(2),
    /** a - b. */
    SUBTRACT(2),
    /** a b. */
    MULTIPLY(2),
    /** a / b. */
    DIVIDE(2),
    /** -a. */
    NEGATE(1),
    /** a to the power of b. */
    POWER(2),
    /** e to the power of a. */
    EXP(1),
    /** Natural logarithm of a. */
    LOG(1),
    /** Square root of a. */
    SQRT(1),
    /** Sine of a, in radians. */
    SIN(1),
    /** Cosine of a, in radians. */
    COS(1),
    /** Hyperbolic tangent of a. */
    TANH(1),
    /** 1 / (1 + exp(-a)). */
    SIGMOID(1),
    /** |a|. */
    ABS(1),
    /** The smaller of a and b. */
    MIN(2),
    /** The larger of a and b. */
    MAX(2),
    /** a rounded to the nearest whole number, halves to the even one; its derivative is taken as 1. */
    ROUND(1),
    /** 1 if a &lt; b, else 0; has no derivative. */
    LESS(2),
    /** 1 if a &lt;= b, else 0; has no derivative. */
    LESS_OR_EQUAL(2),
    /** b if a is not 0, else c. */
    SELECT(3),
    /** The spike H(a): 1 if a &gt;= 0, else 0; its derivative is the surrogate's. */
    FIRE_AT(1),
    /** The spike H(a): 1 if a &gt; 0, else 0; its derivative is the surrogate's. */
    FIRE_ABOVE(1),
    /** A number of spikes: a rounded, between 0 and the node's number; its derivative is the surrogate's. */
    COUNT(1),
    /** The surrogate's derivative at a; is not differentiated again. */
    SLOPE(1),
    /** a, as a constant for the gradient. */
    DETACH(1);

    private final int arity;

    Op(int arity) {
        this.arity = arity;
    }

    /**
     * Number of arguments.
     *
     * @return 0 to 3
     */
    public int arity() {
        return arity;
    }

    /** Whether the derivative is that of a surrogate. */
    boolean fires() {
        return this == FIRE_AT || this == FIRE_ABOVE || this == COUNT;
    }
}
