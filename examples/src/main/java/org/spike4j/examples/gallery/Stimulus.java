package org.spike4j.examples.gallery;

/**
 * What a neuron of the gallery gets: silence, a current, and silence again; and currents from none to a largest one for its
 * response.
 *
 * @param current that its trace shows
 * @param highest of its response
 * @param steps of the trace
 * @param dt length of a step in seconds; 0 where time is counted in steps
 * @param inputUnit empty for none
 * @param membraneUnit empty for none
 * @param rival current of a second neuron that competes with the one shown; 0 for none
 */
record Stimulus(
        double current, double highest, int steps, double dt, String inputUnit, String membraneUnit, double rival) {
    private static final double MILLISECONDS = 1e3;

    /** For a model that counts time in steps. */
    static Stimulus inSteps(double current, double highest) {
        return new Stimulus(current, highest, 60, 0, "", "", 0);
    }

    /** For a model with time in seconds and steps of so long. */
    static Stimulus inSeconds(double dt, double current, double highest) {
        return new Stimulus(current, highest, 150, dt, "", "", 0);
    }

    /** With another length of the trace. */
    Stimulus during(int newSteps) {
        return new Stimulus(current, highest, newSteps, dt, inputUnit, membraneUnit, rival);
    }

    /** With units. */
    Stimulus of(String newInputUnit, String newMembraneUnit) {
        return new Stimulus(current, highest, steps, dt, newInputUnit, newMembraneUnit, rival);
    }

    /** With a second neuron that competes. */
    Stimulus against(double newRival) {
        return new Stimulus(current, highest, steps, dt, inputUnit, membraneUnit, newRival);
    }

    boolean countsSteps() {
        return dt == 0;
    }

    /** Length of a step on the axis of time. */
    double shownStep() {
        return countsSteps() ? 1 : dt * MILLISECONDS;
    }

    String shownTimeUnit() {
        return countsSteps() ? "steps" : "ms";
    }

    /** Unit of the time constants of a model without declared units. */
    String timeUnit() {
        return countsSteps() ? "steps" : "s";
    }
}
