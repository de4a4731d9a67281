package org.spike4j.datasets.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks the nodes as HDF5 File Format Specification 3.0, III.A.1 has them. */
class ChunkTreeTest {
    private static final int CHUNK_ROWS = 100;

    @ParameterizedTest
    @CsvSource({"1, 0", "64, 0", "65, 1", "4096, 1", "4097, 2", "9000, 2"})
    void everyChunkIsFoundOnceInTheOrderOfItsRows(int chunks, int levels) throws IOException {
        ChunkTree tree = new ChunkTree();
        for (int i = 0; i < chunks; i++) {
            tree.add(1_000_000L + i, 10 + i % 7);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        long root = tree.write(CHUNK_ROWS, bytes -> {
            long place = file.size();
            file.write(bytes.array(), 0, bytes.limit());
            return place;
        });
        ByteBuffer nodes = ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> found = new ArrayList<>();
        walk(nodes, (int) root, levels, 0, (long) chunks * CHUNK_ROWS, found);

        assertThat(found).hasSize(chunks);
        for (int i = 0; i < chunks; i++) {
            assertThat(found.get(i)).isEqualTo(1_000_000L + i);
        }
    }

    @Test
    void noChunksNeedNoTree() throws IOException {
        assertThat(new ChunkTree().write(CHUNK_ROWS, bytes -> 0)).isEqualTo(-1);
    }

    /** Checks one node, whose rows are from the first to before the last one, and all below it. */
    private static void walk(ByteBuffer nodes, int at, int level, long first, long last, List<Long> found) {
        assertThat(nodes.getInt(at)).isEqualTo('T' | 'R' << 8 | 'E' << 16 | 'E' << 24);
        assertThat(nodes.get(at + 4)).isEqualTo((byte) 1);
        assertThat(nodes.get(at + 5)).isEqualTo((byte) level);
        int children = nodes.getShort(at + 6);
        assertThat(children).isBetween(1, 64);
        for (int i = 0; i < children; i++) {
            int key = at + 24 + i * 32;
            long row = nodes.getLong(key + 8);
            long next = nodes.getLong(key + 32 + 8);
            long child = nodes.getLong(key + 24);
            assertThat(row).isEqualTo(i == 0 ? first : row).isLessThan(next);
            if (level > 0) {
                walk(nodes, (int) child, level - 1, row, next, found);
            } else {
                assertThat(nodes.getInt(key)).isEqualTo((int) (10 + (child - 1_000_000) % 7));
                assertThat(next - row).isEqualTo(CHUNK_ROWS);
                found.add(child);
            }
        }
        assertThat(nodes.getLong(at + 24 + children * 32 + 8)).isEqualTo(last);
    }
}
