package org.spike4j.examples.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * What the network is given for one sample: all steps summed, and the steps one by one. Two channels are event counts,
 * channel 0 darker (orange) and channel 1 brighter (blue); one channel is an image in grey.
 */
public final class InputFrames {
    private static final int LARGE = 300;
    private static final int GAP = 12;
    private static final int MOST_STEPS = 8;
    private static final int COLUMNS = 4;

    private InputFrames() {}

    /**
     * Draws the input.
     *
     * @param sample what the sample is, for the title
     * @param input features [channel][time][row][column] with one or two channels; not modified
     * @return the drawing
     */
    public static Picture draw(String sample, float[][][][] input) {
        if (input.length < 1 || input.length > 2 || input[0].length == 0 || input[0][0].length == 0) {
            throw new IllegalArgumentException(
                    "input must be [1 or 2 channels, time, rows, columns], had " + input.length + " channels");
        }
        return new Picture(Theme.WIDTH, Theme.HEAD + LARGE + 44, page -> paint(page, sample, input));
    }

    private static void paint(Graphics2D page, String sample, float[][][][] input) {
        int steps = input[0].length;
        Theme.head(page, "Input of the network: " + sample, legend(input));
        place(
                page,
                input,
                0,
                steps,
                Theme.MARGIN,
                Theme.HEAD,
                LARGE,
                steps == 1 ? "static" : "all " + steps + " steps");
        if (steps == 1) {
            return;
        }
        int shown = Math.min(MOST_STEPS, steps);
        int left = Theme.MARGIN + LARGE + 2 * GAP;
        int side = Math.min((Theme.WIDTH - left - Theme.MARGIN) / COLUMNS - GAP, (LARGE - GAP - 22) / 2);
        for (int i = 0; i < shown; i++) {
            int t = (int) ((long) i * steps / shown);
            int x = left + i % COLUMNS * (side + GAP);
            int y = Theme.HEAD + i / COLUMNS * (side + GAP + 22);
            place(page, input, t, t + 1, x, y, side, "step " + (t + 1));
        }
    }

    private static String legend(float[][][][] input) {
        String size = String.format(Locale.ROOT, "%d x %d pixels", input[0][0][0].length, input[0][0].length);
        return input.length == 1
                ? size
                : size + ", blue: brighter, orange: darker, grey: both; the more events the stronger";
    }

    private static void place(
            Graphics2D page, float[][][][] input, int from, int to, int left, int top, int side, String name) {
        BufferedImage image = image(input, from, to);
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        page.drawImage(image, left, top, width, height, null);
        page.setColor(Theme.GRID);
        page.drawRect(left, top, width, height);
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        page.drawString(name, left, top + height + 16);
    }

    private static BufferedImage image(float[][][][] input, int from, int to) {
        int rows = input[0][0].length;
        int columns = input[0][0][0].length;
        float[][][] sums = new float[input.length][rows][columns];
        float highest = 0;
        for (int c = 0; c < input.length; c++) {
            for (int t = from; t < to; t++) {
                for (int y = 0; y < rows; y++) {
                    for (int x = 0; x < columns; x++) {
                        sums[c][y][x] += input[c][t][y][x];
                        highest = Math.max(highest, sums[c][y][x]);
                    }
                }
            }
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                float darker = sums[0][y][x];
                float brighter = sums[sums.length - 1][y][x];
                image.setRGB(x, y, sums.length == 1 ? grey(darker, highest) : events(darker, brighter, highest));
            }
        }
        return image;
    }

    private static int grey(float value, float highest) {
        int level = highest > 0 ? Math.round(255 * Math.max(0, value) / highest) : 0;
        return new Color(level, level, level).getRGB();
    }

    private static int events(float darker, float brighter, float highest) {
        double sum = darker + brighter;
        if (!(sum > 0)) {
            return Theme.PAPER.getRGB();
        }
        double share = brighter / sum;
        double strength = 0.25 + 0.75 * Math.min(1, Math.log1p(sum) / Math.log1p(highest));
        return new Color(
                        level(Theme.ORANGE.getRed(), Theme.BLUE.getRed(), share, strength),
                        level(Theme.ORANGE.getGreen(), Theme.BLUE.getGreen(), share, strength),
                        level(Theme.ORANGE.getBlue(), Theme.BLUE.getBlue(), share, strength))
                .getRGB();
    }

    private static int level(int darker, int brighter, double share, double strength) {
        double colour = darker + share * (brighter - darker);
        return (int) Math.round(255 + strength * (colour - 255));
    }
}
