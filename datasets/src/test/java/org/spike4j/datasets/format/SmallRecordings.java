package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.format.aedat31.Aedat31SensorSample;
import org.spike4j.datasets.format.aedat4.Aedat4SensorSample;
import org.spike4j.datasets.format.es.EsMessages;
import org.spike4j.datasets.format.sensor.SensorSamples;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

/** Files of a few kilobytes with frames, inertial samples, triggers and messages, to be damaged. */
final class SmallRecordings {
    private SmallRecordings() {}

    static List<byte[]> of(String ending) throws IOException {
        return switch (ending) {
            case "aedat4" -> aedat4();
            case "aedat" -> aedat31();
            default -> List.of(EsMessages.file(SensorSamples.messages(60, 20)));
        };
    }

    /** One of each compression. */
    private static List<byte[]> aedat4() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int compression = 0; compression < 4; compression++) {
            files.add(new Aedat4SensorSample(34, 34, compression)
                    .samples(SensorSamples.samples(2, 1000, 8, true))
                    .frame(SensorSamples.frame(1, 1, 1000, 12, 9, 1, 8))
                    .events(RandomEvents.ordered(1, 20, 34, 34, 1000, 5))
                    .triggers(List.of(
                            new Trigger(3, 1000, TriggerType.TIMESTAMP_RESET, 0, 0),
                            new Trigger(3, 2000, TriggerType.EXTERNAL_SIGNAL_PULSE, 3, 0)))
                    .frame(SensorSamples.frame(1, 1, 1000, 4, 5, 3, 16))
                    .bytes());
        }
        return files;
    }

    private static List<byte[]> aedat31() {
        return List.of(new Aedat31SensorSample()
                .samples(0, false, SensorSamples.samples(1, 1000, 8, false))
                .frames(0, 1, List.of(SensorSamples.frame(1, 1, 1000, 12, 9, 1, 16)))
                .events(20 << 17 | 10 << 2 | 1, 1042, 5 << 17 | 6 << 2 | 0b11, 1043)
                .triggers(0, 1, List.of(new Trigger(1, 1000, TriggerType.TIMESTAMP_RESET, 1, 0)))
                .samples(0, true, SensorSamples.samples(1, 1000, 4, true))
                .frames(0, 1, List.of(SensorSamples.frame(1, 1, 1000, 4, 5, 3, 16)))
                .bytes());
    }
}
