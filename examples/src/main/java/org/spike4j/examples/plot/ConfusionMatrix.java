package org.spike4j.examples.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which class was taken for which: rows are the true classes, columns the answers. A cell is the darker the larger its
 * share of the row, and holds the count.
 */
public final class ConfusionMatrix {
    private static final int CELL = 46;
    private static final int RECALL = 64;
    private static final int LONGEST_NAME = 230;
    private static final int LEAST_WIDTH = 600;
    private static final Color LIGHT = new Color(0xf1f5f9);
    private static final Color DARK = new Color(0x08306b);

    private ConfusionMatrix() {}

    /**
     * Draws the matrix.
     *
     * @param counts samples of true class [row] that were given class [column]; not modified
     * @param classes names of the classes, as many as rows and columns
     * @return the drawing
     */
    public static Picture draw(int[][] counts, List<String> classes) {
        int size = classes.size();
        if (size == 0 || counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException(
                    "confusion counts must be [" + size + ", " + size + "], one row and column per class");
        }
        int[][] cells = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        List<String> names = List.copyOf(classes);
        int room = nameWidth(names);
        boolean slanted = room > CELL;
        int width = Math.max(LEAST_WIDTH, 2 * Theme.MARGIN + room + size * CELL + RECALL);
        int foot = slanted ? (int) (0.75 * room) + 2 * Theme.MARGIN : 40;
        return new Picture(
                width, Theme.HEAD + size * CELL + foot, page -> paint(page, cells, names, Theme.MARGIN + room));
    }

    /** Space for the longest name, with a gap. */
    private static int nameWidth(List<String> names) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        double longest = names.stream()
                .mapToDouble(name -> Theme.LABEL.getStringBounds(name, context).getWidth())
                .max()
                .orElse(0);
        return (int) Math.min(LONGEST_NAME, longest + 14);
    }

    private static void paint(Graphics2D page, int[][] counts, List<String> classes, int left) {
        Theme.head(page, "Confusion matrix of the test set", explanation(counts));
        int names = left - Theme.MARGIN;
        for (int row = 0; row < counts.length; row++) {
            int total = Math.max(1, Arrays.stream(counts[row]).sum());
            int top = Theme.HEAD + row * CELL;
            int base = top + CELL / 2 + 5;
            page.setFont(Theme.LABEL);
            page.setColor(Theme.INK);
            Theme.right(page, Theme.fit(page, classes.get(row), names), left - 10, base);
            for (int column = 0; column < counts.length; column++) {
                cell(page, counts[row][column], total, left + column * CELL, top);
            }
            page.setFont(Theme.LABEL);
            page.setColor(Theme.MUTED);
            String recall = String.format(Locale.ROOT, "%.0f %%", 100.0 * counts[row][row] / total);
            page.drawString(recall, left + counts.length * CELL + 12, base);
        }
        answers(page, classes, left, Theme.HEAD + counts.length * CELL, names);
    }

    private static String explanation(int[][] counts) {
        long right = 0;
        long all = 0;
        for (int row = 0; row < counts.length; row++) {
            right += counts[row][row];
            all += Arrays.stream(counts[row]).sum();
        }
        return right + " of " + all + " samples right. Row: true class, column: answer, right end: recall";
    }

    private static void cell(Graphics2D page, int count, int rowTotal, int left, int top) {
        double share = (double) count / rowTotal;
        page.setColor(mix(LIGHT, DARK, Math.pow(share, 0.7)));
        page.fillRect(left + 1, top + 1, CELL - 2, CELL - 2);
        if (count > 0) {
            page.setFont(Theme.LABEL);
            page.setColor(share > 0.35 ? Color.WHITE : Theme.INK);
            Theme.centre(page, String.valueOf(count), left + CELL / 2f, top + CELL / 2f + 5);
        }
    }

    private static void answers(Graphics2D page, List<String> classes, int left, int bottom, int names) {
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        for (int column = 0; column < classes.size(); column++) {
            float middle = left + column * CELL + CELL / 2f;
            if (names <= CELL) {
                Theme.centre(page, classes.get(column), middle, bottom + 20);
                continue;
            }
            AffineTransform upright = page.getTransform();
            page.translate(middle + 6, bottom + 14);
            page.rotate(-Math.PI / 4);
            Theme.right(page, Theme.fit(page, classes.get(column), names), 0, 0);
            page.setTransform(upright);
        }
    }

    private static Color mix(Color from, Color to, double share) {
        double part = Math.min(1, Math.max(0, share));
        return new Color(
                (int) Math.round(from.getRed() + part * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + part * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + part * (to.getBlue() - from.getBlue())));
    }
}
