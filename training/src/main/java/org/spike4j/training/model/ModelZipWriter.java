package org.spike4j.training.model;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Writes the entries of a model file. Parameters are stored without compression, which gains little on them. */
final class ModelZipWriter implements AutoCloseable {
    private final ZipOutputStream zip;

    ModelZipWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    void text(String name, byte[] bytes) throws IOException {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    void array(String name, INDArray array) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(entry(name));
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        Nd4j.write(array, data);
        data.flush();
        zip.closeEntry();
    }

    /** Writes the directory of the zip file and leaves the stream below open. */
    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** Without a time of its own, so that equal models are equal files. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
