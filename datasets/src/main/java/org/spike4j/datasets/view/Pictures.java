package org.spike4j.datasets.view;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.spike4j.datasets.file.AtomicFile;

/** What pictures of videos and of cameras share: made of bytes, scaled, laid side by side, written. */
final class Pictures {
    private static final int COLUMNS = 4;
    private static final int RGB = 3;

    private Pictures() {}

    /** A picture of red, green and blue of each pixel, [height, width, 3]. */
    static BufferedImage of(byte[] rgb, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[RGB * i] & 0xff) << 16 | (rgb[RGB * i + 1] & 0xff) << 8 | rgb[RGB * i + 2] & 0xff;
        }
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /** The picture with a longest side of some pixels. */
    static BufferedImage scaled(BufferedImage image, int side) {
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = (int) Math.max(1, Math.round(scale * image.getWidth()));
        int height = (int) Math.max(1, Math.round(scale * image.getHeight()));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale > 1
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    /** The pictures side by side, four in a row, in cells of the largest of them. */
    static BufferedImage sheet(List<BufferedImage> images) {
        int width = images.stream().mapToInt(BufferedImage::getWidth).max().orElse(1);
        int height = images.stream().mapToInt(BufferedImage::getHeight).max().orElse(1);
        int rows = (images.size() + COLUMNS - 1) / COLUMNS;
        int columns = Math.min(COLUMNS, images.size());
        BufferedImage sheet = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < images.size(); i++) {
            graphics.drawImage(images.get(i), i % COLUMNS * width, i / COLUMNS * height, null);
        }
        graphics.dispose();
        return sheet;
    }

    /** Writes a PNG file; one that exists is replaced. */
    static void writePng(Path path, BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            throw new IOException(path + ": this Java runtime has no PNG writer; use one with the module java.desktop");
        }
        AtomicFile.write(path, png.toByteArray());
    }
}
