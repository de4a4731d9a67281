package org.spike4j.examples.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A drawing of a given size, painted at twice that many pixels so that it stays sharp on dense screens.
 *
 * @param width columns of the drawing in units of the painter, half of the pixels
 * @param height rows of the drawing in units of the painter, half of the pixels
 * @param painter draws on a white page of this size
 */
public record Picture(int width, int height, Consumer<Graphics2D> painter) {
    private static final int PIXELS_PER_UNIT = 2;

    /** Checks the size. */
    public Picture {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture must be at least 1x1, was " + width + "x" + height);
        }
    }

    /**
     * Paints the drawing.
     *
     * @return an opaque image of twice the width and height
     */
    public BufferedImage image() {
        BufferedImage image =
                new BufferedImage(width * PIXELS_PER_UNIT, height * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        try {
            page.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            page.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            page.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            page.setColor(Theme.PAPER);
            page.fillRect(0, 0, width, height);
            painter.accept(page);
        } finally {
            page.dispose();
        }
        return image;
    }

    /**
     * Paints the drawing as a file.
     *
     * @return bytes of a PNG file
     */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(), "png", bytes)) {
                throw new IOException("this Java runtime has no PNG writer; use one with the module java.desktop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
