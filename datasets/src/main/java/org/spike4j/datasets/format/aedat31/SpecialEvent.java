package org.spike4j.datasets.format.aedat31;

import java.util.List;
import org.spike4j.datasets.format.sensor.TriggerType;

/** The data word of a special event: bit 0 valid, bits 1 to 7 type, bits 8 to 31 data of the type. */
final class SpecialEvent {
    /** By number in the file. */
    private static final List<TriggerType> TYPES = List.of(
            TriggerType.TIMESTAMP_WRAP,
            TriggerType.TIMESTAMP_RESET,
            TriggerType.EXTERNAL_SIGNAL_RISING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_FALLING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_PULSE,
            TriggerType.DVS_ROW_ONLY,
            TriggerType.EXTERNAL_SIGNAL_1_RISING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_1_FALLING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_1_PULSE,
            TriggerType.EXTERNAL_SIGNAL_2_RISING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_2_FALLING_EDGE,
            TriggerType.EXTERNAL_SIGNAL_2_PULSE,
            TriggerType.EXTERNAL_GENERATOR_RISING_EDGE,
            TriggerType.EXTERNAL_GENERATOR_FALLING_EDGE,
            TriggerType.APS_FRAME_START,
            TriggerType.APS_FRAME_END,
            TriggerType.APS_EXPOSURE_START,
            TriggerType.APS_EXPOSURE_END);

    private SpecialEvent() {}

    static int code(int word) {
        return word >>> 1 & 0x7f;
    }

    static int data(int word) {
        return word >>> 8;
    }

    static TriggerType type(int code) {
        return code < TYPES.size() ? TYPES.get(code) : TriggerType.OTHER;
    }
}
