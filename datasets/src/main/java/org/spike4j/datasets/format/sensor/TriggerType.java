package org.spike4j.datasets.format.sensor;

/** What a trigger says. AEDAT 4 has the first ten, AEDAT 3.1 all of them under other numbers. */
public enum TriggerType {
    /** The clock of the camera was set to 0. */
    TIMESTAMP_RESET,
    /** The signal at the input rose. */
    EXTERNAL_SIGNAL_RISING_EDGE,
    /** The signal at the input fell. */
    EXTERNAL_SIGNAL_FALLING_EDGE,
    /** A pulse came to the input. */
    EXTERNAL_SIGNAL_PULSE,
    /** The generator of the camera let its signal rise. */
    EXTERNAL_GENERATOR_RISING_EDGE,
    /** The generator of the camera let its signal fall. */
    EXTERNAL_GENERATOR_FALLING_EDGE,
    /** The capture of a frame started. */
    APS_FRAME_START,
    /** The capture of a frame ended. */
    APS_FRAME_END,
    /** The exposure of a frame started. */
    APS_EXPOSURE_START,
    /** The exposure of a frame ended. */
    APS_EXPOSURE_END,
    /** The 31-bit clock wrapped round. */
    TIMESTAMP_WRAP,
    /** A row answered without a column. */
    DVS_ROW_ONLY,
    /** The signal at input 1 rose. */
    EXTERNAL_SIGNAL_1_RISING_EDGE,
    /** The signal at input 1 fell. */
    EXTERNAL_SIGNAL_1_FALLING_EDGE,
    /** A pulse came to input 1. */
    EXTERNAL_SIGNAL_1_PULSE,
    /** The signal at input 2 rose. */
    EXTERNAL_SIGNAL_2_RISING_EDGE,
    /** The signal at input 2 fell. */
    EXTERNAL_SIGNAL_2_FALLING_EDGE,
    /** A pulse came to input 2. */
    EXTERNAL_SIGNAL_2_PULSE,
    /** A type that these formats got later; {@link Trigger#code} has its number. */
    OTHER
}
