package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Recognises RAW files by their first line; the encoding is in the header. */
public final class RawFormat implements EventFormat {
    @Override
    public String name() {
        return "Prophesee RAW";
    }

    @Override
    public String sign() {
        return "starts with % and is not a DAT file";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return head.length > 1 && head[0] == '%' && head[1] == ' ' && !DatFormat.isDat(path, head);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        RawHeader header = RawHeader.read(file);
        if (options.hasSensor()) {
            header = header.withSensor(options.width(), options.height());
        }
        return switch (header.encoding()) {
            case EVT2 -> new Evt2Reader(file, header);
            case EVT21 -> new Evt21Reader(file, header);
            case EVT3 -> new Evt3Reader(file, header);
        };
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(Evt3Writer::open);
    }

    @Override
    public String ending() {
        return "raw";
    }
}
