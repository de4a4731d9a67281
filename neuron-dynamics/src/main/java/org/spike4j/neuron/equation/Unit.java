package org.spike4j.neuron.equation;

import java.util.Arrays;
import java.util.Optional;

/** The units that a text may use; values are kept in those with factor 1. */
enum Unit {
    MV("mV", 1, 1, 0, 0),
    V("V", 1e3, 1, 0, 0),
    UV("uV", 1e-3, 1, 0, 0),
    MS("ms", 1, 0, 1, 0),
    S("s", 1e3, 0, 1, 0),
    US("us", 1e-3, 0, 1, 0),
    NS("nS", 1, 0, 0, 1),
    SIEMENS("S", 1e9, 0, 0, 1),
    MILLI_SIEMENS("mS", 1e6, 0, 0, 1),
    MICRO_SIEMENS("uS", 1e3, 0, 0, 1),
    PICO_SIEMENS("pS", 1e-3, 0, 0, 1),
    PA("pA", 1, 1, 0, 1),
    NA("nA", 1e3, 1, 0, 1),
    UA("uA", 1e6, 1, 0, 1),
    PF("pF", 1, 0, 1, 1),
    NF("nF", 1e3, 0, 1, 1),
    UF("uF", 1e6, 0, 1, 1),
    GOHM("GOhm", 1, 0, 0, -1),
    MOHM("MOhm", 1e-3, 0, 0, -1),
    KHZ("kHz", 1, 0, -1, 0),
    HZ("Hz", 1e-3, 0, -1, 0);

    private final String symbol;
    private final double factor;
    private final Dimension dimension;

    Unit(String symbol, double factor, double potential, double time, double conductance) {
        this.symbol = symbol;
        this.factor = factor;
        this.dimension = new Dimension(potential, time, conductance);
    }

    /** As written. */
    String symbol() {
        return symbol;
    }

    /** How many of the kept unit one of this is. */
    double factor() {
        return factor;
    }

    Dimension dimension() {
        return dimension;
    }

    static Optional<Unit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }
}
