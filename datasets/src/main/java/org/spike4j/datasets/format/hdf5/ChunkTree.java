package org.spike4j.datasets.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the chunks of a column are: a B-tree of version 1, node type 1, built from the leaves up. A node has at most 64
 * children, twice the number that a superblock of version 0 implies, and takes the room of a full one.
 *
 * <p>Source: HDF5 File Format Specification 3.0, III.A.1.
 */
final class ChunkTree {
    private static final int CHILDREN = 64;
    private static final int KEY_BYTES = 24;
    private static final int NODE_BYTES = 24 + (CHILDREN + 1) * KEY_BYTES + CHILDREN * Long.BYTES;

    private List<Child> children = new ArrayList<>();

    /** A chunk or a node, with the size and the number of its first chunk. */
    private record Child(long address, int bytes, long chunk) {}

    /** Writes bytes at the end of the file. */
    @FunctionalInterface
    interface Sink {
        /** Returns the place of the first byte. */
        long append(ByteBuffer bytes) throws IOException;
    }

    /** The next chunk. */
    void add(long address, int bytes) {
        children.add(new Child(address, bytes, children.size()));
    }

    /** Writes all nodes; returns the place of the root, undefined without chunks. */
    long write(int chunkRows, Sink sink) throws IOException {
        if (children.isEmpty()) {
            return HeaderMessages.UNDEFINED;
        }
        long end = children.size();
        int level = 0;
        do {
            children = level(sink, level++, end, chunkRows);
        } while (children.size() > 1);
        return children.get(0).address();
    }

    /** Writes the nodes of a level; each knows the one before it. */
    private List<Child> level(Sink sink, int level, long end, int chunkRows) throws IOException {
        List<Child> nodes = new ArrayList<>();
        long before = HeaderMessages.UNDEFINED;
        for (int from = 0; from < children.size(); from += CHILDREN) {
            int to = Math.min(children.size(), from + CHILDREN);
            ByteBuffer node = HeaderMessages.buffer(NODE_BYTES);
            node.put(new byte[] {'T', 'R', 'E', 'E', 1, (byte) level}).putShort((short) (to - from));
            node.putLong(before).putLong(HeaderMessages.UNDEFINED);
            for (Child child : children.subList(from, to)) {
                putKey(node, child.bytes(), child.chunk() * chunkRows);
                node.putLong(child.address());
            }
            putKey(node, 0, (to < children.size() ? children.get(to).chunk() : end) * chunkRows);
            node.position(0);
            before = sink.append(node);
            nodes.add(new Child(
                    before, children.get(from).bytes(), children.get(from).chunk()));
        }
        return nodes;
    }

    private static void putKey(ByteBuffer node, int bytes, long row) {
        node.putInt(bytes).putInt(0).putLong(row).putLong(0);
    }
}
