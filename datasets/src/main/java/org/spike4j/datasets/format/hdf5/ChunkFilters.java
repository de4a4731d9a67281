package org.spike4j.datasets.format.hdf5;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.jhdf.AbstractNode;
import io.jhdf.ObjectHeader;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.hdf5.blosc.BloscChunk;

/**
 * Undoes the filters of a chunk, the last one first: deflate (1), shuffle (2), Fletcher-32 (3), LZF (32000), Blosc (32001)
 * and Zstandard (32015). None may make more bytes than the chunk has, whatever a damaged chunk claims; those of jhdf have no bound.
 *
 * <p>Source: HDF5 File Format Specification 3.0, IV.A.2.l, and the registered filters of the HDF Group.
 */
final class ChunkFilters {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int LZF = 32000;
    private static final int BLOSC = 32001;
    private static final int ZSTD = 32015;

    /** How much shorter a codec can make a chunk: 128 KB of one value are a block of 4 bytes of Zstandard. */
    private static final long MOST_GROWTH = 1 << 15;

    /** A match of 258 bytes takes at least 2 bits. */
    private static final long MOST_DEFLATE_GROWTH = 1032;

    private static final List<Integer> KNOWN = List.of(DEFLATE, SHUFFLE, FLETCHER, LZF, BLOSC, ZSTD);

    private final String path;
    private final List<FilterInfo> filters;
    private final int chunkBytes;

    private ChunkFilters(String path, List<FilterInfo> filters, int chunkBytes) {
        this.path = path;
        this.filters = filters;
        this.chunkBytes = chunkBytes;
    }

    /** The filters of a data set whose chunks have some bytes when decoded. */
    static ChunkFilters of(AbstractNode data, int chunkBytes) throws ContentException {
        ObjectHeader header = data.getHeader();
        List<FilterInfo> filters = header.hasMessageOfType(FilterPipelineMessage.class)
                ? header.getMessageOfType(FilterPipelineMessage.class).getFilters()
                : List.of();
        for (FilterInfo filter : filters) {
            if (!KNOWN.contains(filter.getId())) {
                throw new ContentException(
                        "chunks of " + data.getPath()
                                + " compressed by nothing, gzip, shuffle, LZF or Zstandard (repack"
                                + " others, as the Blosc of DSEC, with h5repack -f GZIP=1)",
                        "filter " + filter.getId() + " " + filter.getName());
            }
        }
        return new ChunkFilters(data.getPath(), filters, chunkBytes);
    }

    /** The numbers of a chunk. */
    byte[] decode(ByteBuffer stored) throws ContentException {
        boolean tooShort = chunkBytes > MOST_GROWTH * stored.remaining();
        if (tooShort || stored.remaining() > 2L * chunkBytes + 4096) {
            throw damaged(stored.remaining() + " bytes of a chunk of " + chunkBytes);
        }
        byte[] bytes = new byte[stored.remaining()];
        stored.duplicate().get(bytes);
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes = decode(bytes, filters.get(i), limit(i));
        }
        if (bytes.length != chunkBytes) {
            throw damaged(bytes.length + " bytes");
        }
        return bytes;
    }

    /** Bytes that a filter can have been given: those of the chunk, and 4 of each checksum before it. */
    private int limit(int filter) {
        int sums = (int) filters.stream()
                .limit(filter)
                .filter(before -> before.getId() == FLETCHER)
                .count();
        return chunkBytes + sums * Integer.BYTES;
    }

    private byte[] decode(byte[] bytes, FilterInfo filter, int limit) throws ContentException {
        return switch (filter.getId()) {
            case DEFLATE -> inflate(bytes, limit);
            case SHUFFLE -> unshuffle(bytes, filter.getData());
            case FLETCHER -> checked(bytes);
            // h5py stores what does not become shorter as it is.
            case LZF -> bytes.length == limit ? bytes : lzf(bytes, limit);
            case BLOSC -> BloscChunk.decode(bytes, limit);
            default -> zstd(bytes, limit);
        };
    }

    private byte[] inflate(byte[] bytes, int limit) throws ContentException {
        byte[] out = new byte[(int) Math.min(limit, MOST_DEFLATE_GROWTH * bytes.length + 64)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int size = 0;
            int read = 1;
            while (read > 0 && size < out.length) {
                read = inflater.inflate(out, size, out.length - size);
                size += read;
            }
            // An end mark can follow the last byte.
            if (!inflater.finished() && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
                throw damaged(size < out.length ? "a chunk that is cut off" : "a chunk that inflates to more");
            }
            return size == out.length ? out : Arrays.copyOf(out, size);
        } catch (DataFormatException e) {
            throw damaged("damaged deflate data (" + e.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }

    /** The first bytes of all numbers come first, then all second ones and so on; what is left over stays at the end. */
    private byte[] unshuffle(byte[] bytes, int[] settings) throws ContentException {
        int width = settings.length == 0 ? 0 : settings[0];
        if (width < 1) {
            throw damaged("shuffled numbers of " + width + " bytes");
        }
        int count = bytes.length / width;
        byte[] out = bytes.clone();
        for (int b = 0; b < width && count > 0; b++) {
            for (int i = 0; i < count; i++) {
                out[i * width + b] = bytes[b * count + i];
            }
        }
        return out;
    }

    private byte[] checked(byte[] bytes) throws ContentException {
        int size = bytes.length - Integer.BYTES;
        if (size < 0) {
            throw damaged("a chunk without checksum");
        }
        int stored = Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(size));
        int sum = fletcher(bytes, size);
        if (stored != sum) {
            throw damaged("a Fletcher-32 checksum of " + Integer.toHexString(stored) + " instead of "
                    + Integer.toHexString(sum));
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Sums of 16-bit big-endian words modulo 65535, and sums of these sums; an odd last byte is the upper half of a word. */
    private static int fletcher(byte[] bytes, int size) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < size; i += 2) {
            int second = i + 1 < size ? bytes[i + 1] & 0xff : 0;
            low = (low + ((bytes[i] & 0xff) << 8 | second)) % 0xffff;
            high = (high + low) % 0xffff;
        }
        return (int) (high << 16 | low);
    }

    /** Runs of literals (token below 32: length - 1), or of earlier bytes (3 bits length - 2, 13 bits distance - 1). */
    private byte[] lzf(byte[] in, int limit) throws ContentException {
        byte[] out = new byte[limit];
        int at = 0;
        int to = 0;
        try {
            while (at < in.length) {
                int token = in[at++] & 0xff;
                if (token < 32) {
                    System.arraycopy(in, at, out, to, token + 1);
                    at += token + 1;
                    to += token + 1;
                    continue;
                }
                int length = (token >>> 5) + 2;
                if (length == 9) {
                    length += in[at++] & 0xff;
                }
                int from = to - ((token & 31) << 8 | in[at++] & 0xff) - 1;
                for (int i = 0; i < length; i++) {
                    out[to++] = out[from++];
                }
            }
            return Arrays.copyOf(out, to);
        } catch (IndexOutOfBoundsException e) {
            throw damaged("damaged LZF data");
        }
    }

    private byte[] zstd(byte[] bytes, int limit) throws ContentException {
        long stated = Zstd.getFrameContentSize(bytes);
        if (stated > 0 && stated != limit) {
            throw damaged("Zstandard data of " + stated + " bytes");
        }
        byte[] out = new byte[limit];
        try {
            long size = Zstd.decompressByteArray(out, 0, limit, bytes, 0, bytes.length);
            if (Zstd.isError(size)) {
                throw damaged("damaged Zstandard data (" + Zstd.getErrorName(size) + ")");
            }
            return Arrays.copyOf(out, (int) size);
        } catch (ZstdException e) {
            throw damaged("damaged Zstandard data (" + e.getMessage() + ")");
        }
    }

    private ContentException damaged(String found) {
        return new ContentException("chunks of " + path + " of " + chunkBytes + " bytes", found);
    }
}
