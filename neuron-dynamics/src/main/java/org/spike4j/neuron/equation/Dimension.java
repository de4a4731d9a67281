package org.spike4j.neuron.equation;

/**
 * The physical dimension of a quantity: powers of a potential, a time and a conductance. With mV, ms and nS as units, currents
 * are in pA, capacitances in pF, resistances in GOhm and rates in kHz, without any factors between them.
 *
 * @param potential power of mV
 * @param time power of ms
 * @param conductance power of nS
 */
record Dimension(double potential, double time, double conductance) {
    static final Dimension NONE = new Dimension(0, 0, 0);
    static final Dimension TIME = new Dimension(0, 1, 0);

    Dimension times(Dimension other) {
        return new Dimension(potential + other.potential, time + other.time, conductance + other.conductance);
    }

    Dimension over(Dimension other) {
        return times(other.power(-1));
    }

    Dimension power(double exponent) {
        // 0.0 + turns -0 into 0, which records tell apart
        return new Dimension(0.0 + potential * exponent, 0.0 + time * exponent, 0.0 + conductance * exponent);
    }

    boolean isNone() {
        return equals(NONE);
    }

    @Override
    public String toString() {
        if (isNone()) {
            return "no unit";
        }
        for (Unit unit : Unit.values()) {
            if (unit.factor() == 1 && unit.dimension().equals(this)) {
                return unit.symbol();
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, "mV", potential);
        append(text, "ms", time);
        append(text, "nS", conductance);
        return text.toString();
    }

    private static void append(StringBuilder text, String unit, double power) {
        if (power != 0) {
            text.append(text.isEmpty() ? "" : " ").append(unit);
            text.append(power == 1 ? "" : "^" + (power == Math.rint(power) ? Long.toString((long) power) : power + ""));
        }
    }
}
