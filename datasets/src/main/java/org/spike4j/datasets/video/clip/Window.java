package org.spike4j.datasets.video.clip;

/**
 * A rectangle of the pictures of a clip, brought to another size by {@link Axis} along rows and columns. Pixels outside
 * of the clip are 0.
 *
 * @param left first column, may lie outside
 * @param top first row, may lie outside
 * @param width columns of the rectangle, at least 1
 * @param height rows of the rectangle, at least 1
 */
record Window(int left, int top, int width, int height) {

    static Window whole(Clip clip) {
        return new Window(0, 0, clip.width(), clip.height());
    }

    Clip cut(Clip clip, int columns, int rows) {
        if (columns == clip.width() && rows == clip.height() && equals(whole(clip))) {
            return clip;
        }
        Axis x = Axis.of(left, width, columns, clip.width());
        Axis y = Axis.of(top, height, rows, clip.height());
        Clip cut = Clip.zeros(clip.channels(), clip.frames(), rows, columns);
        float[] lines = new float[clip.height() * columns];
        for (int picture = 0; picture < clip.channels() * clip.frames(); picture++) {
            for (int line = 0; line < clip.height(); line++) {
                int from = picture * clip.plane() + line * clip.width();
                for (int i = 0; i < columns; i++) {
                    lines[line * columns + i] = x.value(clip.values(), from, 1, i);
                }
            }
            int to = picture * cut.plane();
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    cut.values()[to + j * columns + i] = y.value(lines, i, columns, j);
                }
            }
        }
        return cut;
    }
}
