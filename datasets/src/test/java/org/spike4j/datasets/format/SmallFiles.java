package org.spike4j.datasets.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat4.Aedat4Sample;
import org.spike4j.datasets.format.hdf5.Hdf5Sample;
import org.spike4j.datasets.format.matlab.MatlabSample;

/** Files of a few kilobytes of every format that is read, each format in all its kinds, to be damaged. */
final class SmallFiles {
    private final Path folder;
    private final EventStream events;
    private final Map<String, List<byte[]>> files = new LinkedHashMap<>();

    private SmallFiles(Path folder, EventStream events) {
        this.folder = folder;
        this.events = events;
    }

    /** Names of files, such as sample.aedat4, and the kinds of content that one of this name can have. */
    static Map<String, List<byte[]>> of(EventStream events, Path folder) throws IOException {
        SmallFiles small = new SmallFiles(folder, events);
        for (EventFormat format : EventFile.formats()) {
            if (format.writer().isPresent()) {
                small.written(format.ending());
            }
        }
        for (int compression = 0; compression < 4; compression++) {
            small.add("aedat4", Aedat4Sample.file(events, Math.max(25, events.size() / 4), compression));
        }
        small.add("aedat2", small.aedat2());
        small.add("aedat1", small.aedat1());
        small.add("evt2.raw", small.evt2());
        small.add("evt21.raw", small.evt21());
        small.add("es", small.es(2, 2, 5));
        small.add("es", small.es(4, 0, 8));
        small.add("npy", small.npy());
        small.add("txt", small.text());
        small.add("mat", MatlabSample.file(events, ByteOrder.LITTLE_ENDIAN, false));
        small.add("mat", MatlabSample.file(events, ByteOrder.BIG_ENDIAN, true));
        small.add("h5", Files.readAllBytes(Hdf5Sample.write(folder.resolve("made.h5"), events)));
        small.add("h5", resource("h5py-filters.h5"));
        small.add("h5", resource("h5py-mvsec.hdf5"));
        small.add("h5", resource("blosc-dsec.h5"));
        return small.files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Hdf5Sample.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private void add(String ending, byte[] bytes) {
        files.computeIfAbsent(ending, key -> new ArrayList<>()).add(bytes);
    }

    private void written(String ending) throws IOException {
        Path path = folder.resolve("written." + ending);
        EventFile.formatToWrite(ending).writer().orElseThrow().write(path, events);
        add(ending, Files.readAllBytes(path));
    }

    private byte[] aedat2() {
        ByteBuffer words = ByteBuffer.allocate(events.size() * 8);
        for (int i = 0; i < events.size(); i++) {
            words.putInt(events.y(i) << 8 | events.x(i) << 1 | events.polarity(i))
                    .putInt((int) events.t(i));
        }
        return joined("#!AER-DAT2.0\r\n# This is a raw AE data file\r\n# AEChip: DVS128\r\n", words);
    }

    private byte[] aedat1() {
        ByteBuffer words = ByteBuffer.allocate(events.size() * 6);
        for (int i = 0; i < events.size(); i++) {
            words.putShort((short) (events.y(i) << 8 | events.x(i) << 1 | events.polarity(i)))
                    .putInt((int) events.t(i));
        }
        return joined("#!AER-DAT1.0\r\n", words);
    }

    private byte[] evt2() {
        ByteBuffer words = ByteBuffer.allocate(events.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            words.putInt(0x80000000 | (int) (events.t(i) >> 6));
            words.putInt(events.polarity(i) << 28 | (int) (events.t(i) & 63) << 22 | events.x(i) << 11 | events.y(i));
        }
        return joined("% evt 2.0\n% geometry 34x34\n% end\n", words);
    }

    private byte[] evt21() {
        ByteBuffer words = ByteBuffer.allocate(events.size() * 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            words.putInt(0).putInt(0x80000000 | (int) (events.t(i) >> 6));
            int head = events.polarity(i) << 28 | (int) (events.t(i) & 63) << 22 | events.x(i) << 11 | events.y(i);
            words.putInt(1).putInt(head);
        }
        return joined("% evt 2.1\n% geometry 34x34\n% end\n", words);
    }

    private byte[] es(int type, int low, int bytes) {
        ByteBuffer data = ByteBuffer.allocate(events.size() * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            data.put((byte) (7 << low));
            data.putShort((short) events.x(i)).putShort((short) events.y(i));
            data.position((i + 1) * bytes);
        }
        byte[] header = {2, 0, 0, (byte) type, 34, 0, 34, 0};
        return joined("Event Stream" + new String(header, StandardCharsets.ISO_8859_1), data);
    }

    private byte[] npy() {
        ByteBuffer rows = ByteBuffer.allocate(events.size() * 13).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            rows.putLong(events.t(i)).putShort((short) events.x(i)).putShort((short) events.y(i));
            rows.put((byte) events.polarity(i));
        }
        String header = "{'descr': [('t', '<i8'), ('x', '<u2'), ('y', '<u2'), ('p', '|b1')], 'fortran_order': False,"
                + " 'shape': (" + events.size() + ",), }";
        header += " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        return joined(
                "\u0093NUMPY\u0001\u0000" + (char) (header.length() & 0xff) + (char) (header.length() >> 8) + header,
                rows);
    }

    private byte[] text() {
        StringBuilder lines = new StringBuilder("# t x y p\n");
        for (int i = 0; i < events.size(); i++) {
            lines.append(events.t(i)).append(' ').append(events.x(i)).append(' ');
            lines.append(events.y(i)).append(' ').append(events.polarity(i)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(String header, ByteBuffer data) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(data.array());
        return file.toByteArray();
    }
}
