package org.spike4j.training.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the entries of a model file whole, and checks that each one is what was written. */
final class ModelZipReader {
    private static final int LARGEST = 1 << 30;

    private ModelZipReader() {}

    static Map<String, byte[]> read(Path file) throws ModelFileException {
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, byte[]> entries = new HashMap<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), content(file, zip, entry));
            }
            return entries;
        } catch (ModelFileException e) {
            throw e;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new ModelFileException(file, "is not a model file, or is cut short or damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] content(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.getSize() < 0 || entry.getSize() > LARGEST) {
            throw new ModelFileException(file, "is damaged: its entry " + entry.getName() + " would be too large");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) entry.getSize());
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw new ModelFileException(
                    file, "is damaged: its entry " + entry.getName() + " is not what was written; use another copy");
        }
        return bytes;
    }
}
