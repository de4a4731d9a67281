package org.spike4j.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A place in a file that moves forward, for the format packages: hands out buffered bytes, refuses to run past the end,
 * and knows where it is for error messages. Its buffer grows to the largest piece asked for, so ask for bounded pieces.
 */
public final class FileCursor implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private ByteBuffer buffer;
    private long bufferStart;

    private FileCursor(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.buffer = ByteBuffer.allocate((int) Math.min(size, BUFFER_BYTES)).limit(0);
    }

    /**
     * Opens a file at its first byte.
     *
     * @param path the file
     * @return a cursor that reads numbers as big-endian; the caller closes it
     * @throws IOException if the file cannot be opened
     */
    public static FileCursor open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new FileCursor(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Changes the byte order of the numbers that are taken from now on.
     *
     * @param numbers the order
     */
    public void order(ByteOrder numbers) {
        order = numbers;
    }

    /**
     * The file.
     *
     * @return path as the caller gave it
     */
    public Path path() {
        return path;
    }

    /**
     * Where the next byte comes from.
     *
     * @return offset from the start of the file
     */
    public long position() {
        return bufferStart + buffer.position();
    }

    /**
     * Bytes still to come.
     *
     * @return 0 at the end
     */
    public long remaining() {
        return size - position();
    }

    /**
     * Takes the next bytes.
     *
     * @param length bytes, in memory at once
     * @param wanted what they are, for the error message
     * @return a buffer of exactly these bytes in the byte order of the file; valid until the next call
     * @throws EventFileException if fewer bytes are left
     * @throws IOException if the file cannot be read
     */
    public ByteBuffer take(int length, String wanted) throws IOException {
        requireLeft(length, wanted);
        if (buffer.remaining() < length) {
            fill(length, wanted);
        }
        ByteBuffer taken = buffer.slice(buffer.position(), length).order(order);
        buffer.position(buffer.position() + length);
        return taken;
    }

    /**
     * Reads a few bytes of another place, without moving and without reading more around them.
     *
     * @param offset from the start of the file
     * @param length bytes
     * @param wanted what they are, for the error message
     * @return a buffer of exactly these bytes in the byte order of the file
     * @throws EventFileException if they are not all in the file
     * @throws IOException if the file cannot be read
     */
    public ByteBuffer peek(long offset, int length, String wanted) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw error(
                        offset,
                        wanted + " of " + length + " bytes",
                        "only " + bytes.position() + " bytes",
                        "the file is cut off, copy or download it again");
            }
        }
        return bytes.flip();
    }

    /**
     * Leaves bytes out.
     *
     * @param length bytes
     * @param wanted what they are, for the error message
     * @throws EventFileException if fewer bytes are left
     */
    public void skip(long length, String wanted) throws EventFileException {
        requireLeft(length, wanted);
        moveTo(position() + length);
    }

    /**
     * Goes to a place in the file.
     *
     * @param offset from the start of the file, at most its size
     */
    public void moveTo(long offset) {
        if (offset < 0 || offset > size) {
            throw new IllegalArgumentException("offset must be 0 to " + size + ", was " + offset);
        }
        if (offset >= bufferStart && offset <= bufferStart + buffer.limit()) {
            buffer.position((int) (offset - bufferStart));
        } else {
            bufferStart = offset;
            buffer.position(0).limit(0);
        }
    }

    /**
     * An error in this file.
     *
     * @param offset where it starts
     * @param wanted what should be there
     * @param found what is there
     * @param wayOut what can be done
     * @return the exception, to be thrown
     */
    public EventFileException error(long offset, String wanted, String found, String wayOut) {
        return new EventFileException(path, offset, wanted, found, wayOut);
    }

    /**
     * An error in this file that only another copy of it can heal.
     *
     * @param offset where it starts
     * @param wanted what should be there
     * @param found what is there
     * @return the exception, to be thrown
     */
    public EventFileException damaged(long offset, String wanted, String found) {
        return error(offset, wanted, found, "the file is damaged, copy or download it again");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void requireLeft(long length, String wanted) throws EventFileException {
        if (length > remaining()) {
            throw error(
                    position(),
                    wanted + " of " + length + " bytes",
                    "only " + remaining() + " bytes",
                    "the file is cut off, copy or download it again");
        }
    }

    private void fill(int length, String wanted) throws IOException {
        bufferStart = position();
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocate(length).put(buffer);
        } else {
            buffer.compact();
        }
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, bufferStart + buffer.position()) < 0) {
                break;
            }
        }
        buffer.flip();
        if (buffer.remaining() < length) {
            throw damaged(bufferStart, wanted + " of " + length + " bytes", "a file that became shorter while read");
        }
    }
}
