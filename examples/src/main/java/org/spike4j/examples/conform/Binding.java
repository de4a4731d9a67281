package org.spike4j.examples.conform;

import java.util.Arrays;

/**
 * A constant of a case and the constant of our model that it stands for. One of a case may stand for several of ours; its
 * gradient is then the sum of theirs.
 *
 * @param parameter name in the case
 * @param constant name in the model; null if nothing here depends on the parameter, whose gradient must then be zero
 * @param change what makes the model's constant of the parameter
 * @param part which entry of the parameter it is, where that is a list
 * @param parts entries of that list; 0 for no list, {@link #DIAGONAL} for the diagonal of a matrix that is else zero
 */
record Binding(String parameter, String constant, Change change, int part, int parts) {
    static final int DIAGONAL = -1;

    /** What makes a constant of a parameter. */
    enum Change {
        /** Nothing. */
        NONE,
        /** 1 / parameter, as a time constant is of a rate. */
        INVERSE,
        /** 1 / (1 + exp(-parameter)). */
        LOGISTIC
    }

    static Binding of(String parameter, String constant) {
        return new Binding(parameter, constant, Change.NONE, 0, 0);
    }

    static Binding inverse(String parameter, String constant) {
        return new Binding(parameter, constant, Change.INVERSE, 0, 0);
    }

    static Binding logistic(String parameter, String constant) {
        return new Binding(parameter, constant, Change.LOGISTIC, 0, 0);
    }

    /** A constant of the case on which nothing depends. */
    static Binding unused(String parameter) {
        return new Binding(parameter, null, Change.NONE, 0, 0);
    }

    /** A square matrix whose diagonal holds the constants of the columns. */
    static Binding diagonal(String parameter, String constant) {
        return new Binding(parameter, constant, Change.NONE, 0, DIAGONAL);
    }

    /** The same for an entry of a list of parameters. */
    Binding part(int newPart, int newParts) {
        return new Binding(parameter, constant, change, newPart, newParts);
    }

    /** What it is called in messages. */
    String label() {
        return parts <= 0 ? parameter : parameter + "[" + part + "]";
    }

    /** Its own numbers in an object that holds one for each parameter: one, or one a column. */
    double[] read(Fields fields, int columns) throws CaseFormatException {
        if (parts == DIAGONAL) {
            return fields.diagonal(parameter, columns);
        }
        return parts == 0
                ? fields.numberOrArray(parameter, columns)
                : fields.numberOrRow(parameter, part, parts, columns);
    }

    /** The model's values. */
    double[] values(double[] parameters) {
        return Arrays.stream(parameters).map(this::value).toArray();
    }

    private double value(double parameter) {
        return switch (change) {
            case NONE -> parameter;
            case INVERSE -> 1 / parameter;
            case LOGISTIC -> 1 / (1 + Math.exp(-parameter));
        };
    }

    /** dL/d parameter from dL/d constant, at the model's value. */
    double pullBack(double gradient, double value) {
        return switch (change) {
            case NONE -> gradient;
            case INVERSE -> -value * value * gradient;
            case LOGISTIC -> value * (1 - value) * gradient;
        };
    }
}
