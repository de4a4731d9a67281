package org.spike4j.neuron.patch;

/**
 * Cuts the outputs of a convolution into tiles that hold whole pooling windows, and are small enough for the second-level
 * cache to hold all steps of a tile several times.
 *
 * @param shape geometry
 * @param rows rows of a tile, but for the last
 * @param columns columns of a tile, but for the last
 */
record TileGrid(PatchShape shape, int rows, int columns) {
    private static final int FLOATS = 1 << 16;

    /** The grid for windows of a size and sequences of a length. */
    static TileGrid of(PatchShape shape, int pool, int steps) {
        long perWindow = (long) steps * pool * pool * shape.outputs();
        int windows = (int) Math.max(1, FLOATS / perWindow);
        int across = Math.max(1, Math.min(windows, shape.outWidth() / pool));
        int columns = across * pool >= shape.outWidth() / pool * pool ? shape.outWidth() : across * pool;
        int down = columns == shape.outWidth() ? Math.max(1, windows / across) : 1;
        return new TileGrid(shape, Math.min(down * pool, shape.outHeight()), columns);
    }

    /** Tiles of one sample. */
    int count() {
        return down() * across();
    }

    private int down() {
        return (shape.outHeight() + rows - 1) / rows;
    }

    private int across() {
        return (shape.outWidth() + columns - 1) / columns;
    }

    /** A tile of one image. */
    PatchSpan span(int tile, int image) {
        int y = tile / across() * rows;
        int x = tile % across() * columns;
        return new PatchSpan(
                image, y, Math.min(rows, shape.outHeight() - y), x, Math.min(columns, shape.outWidth() - x));
    }

    /** Elements of the largest tile at one step. */
    long largest() {
        return (long) rows * columns * shape.outputs();
    }
}
