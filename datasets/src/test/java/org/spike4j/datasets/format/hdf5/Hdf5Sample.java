package org.spike4j.datasets.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;

/** Files as DSEC has them, for tests: columns of the group events, times counted from t_offset. */
public final class Hdf5Sample {
    private Hdf5Sample() {}

    public static Path write(Path path, EventStream events) {
        int offset = 3_000_000;
        int[] t = new int[events.size()];
        short[] x = new short[t.length];
        short[] y = new short[t.length];
        byte[] p = new byte[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = (int) events.t(i) - offset;
            x[i] = (short) events.x(i);
            y[i] = (short) events.y(i);
            p[i] = (byte) events.polarity(i);
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            WritableGroup group = file.putGroup("events");
            group.putDataset("t", t);
            group.putDataset("x", x);
            group.putDataset("y", y);
            group.putDataset("p", p);
            file.putDataset("t_offset", (long) offset);
        }
        return path;
    }
}
