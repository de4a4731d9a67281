package org.spike4j.datasets.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.event.EventStream;

class EventPicturesTest {
    private static final EventStream EVENTS = EventStream.builder(4, 3)
            .add(0, 0, 0, 1)
            .add(1, 3, 2, 0)
            .add(2, 1, 1, 0)
            .add(3, 1, 1, 1)
            .build();

    @TempDir
    Path folder;

    @Test
    void brighterIsBlueDarkerIsRedBothArePurpleNothingIsWhite() {
        BufferedImage image = EventImage.draw(EVENTS, 1);

        assertThat(image.getRGB(2, 0)).isEqualTo(0xffffffff);
        assertThat(blue(image.getRGB(0, 0))).isGreaterThan(red(image.getRGB(0, 0)) + 50);
        assertThat(red(image.getRGB(3, 2))).isGreaterThan(blue(image.getRGB(3, 2)) + 50);
        assertThat(Math.abs(red(image.getRGB(1, 1)) - blue(image.getRGB(1, 1)))).isLessThan(50);
    }

    @Test
    void moreEventsAreDarker() {
        var builder = EventStream.builder(3, 1).add(0, 0, 0, 1);
        for (int i = 0; i < 10; i++) {
            builder.add(i, 1, 0, 1);
        }
        for (int i = 0; i < 100; i++) {
            builder.add(i, 2, 0, 1);
        }
        BufferedImage image = EventImage.draw(builder.build(), 1);

        assertThat(red(image.getRGB(0, 0))).isLessThan(255).isGreaterThan(red(image.getRGB(1, 0)));
        assertThat(red(image.getRGB(1, 0))).isGreaterThanOrEqualTo(red(image.getRGB(2, 0)));
    }

    @Test
    void pngHasTheScaledSizeAndTheSamePixels() throws IOException {
        Path path = folder.resolve("events.png");
        EventImage.writePng(path, EVENTS, 5);
        BufferedImage png = ImageIO.read(path.toFile());
        BufferedImage small = EventImage.draw(EVENTS, 1);

        assertThat(png.getWidth()).isEqualTo(20);
        assertThat(png.getHeight()).isEqualTo(15);
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 20; x++) {
                assertThat(png.getRGB(x, y)).isEqualTo(small.getRGB(x / 5, y / 5));
            }
        }
    }

    @Test
    void gifShowsTheSlicesOneAfterTheOther() throws IOException {
        Path path = folder.resolve("events.gif");
        EventAnimation.writeGif(path, EVENTS, 3, 80, 2);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(reader.read(0).getRGB(0, 0)).isNotEqualTo(0xffffffff);
            assertThat(reader.read(1).getRGB(0, 0)).isEqualTo(0xffffffff);
            assertThat(reader.read(1).getRGB(7, 5)).isNotEqualTo(0xffffffff);
            assertThat(reader.read(2).getRGB(3, 3)).isNotEqualTo(0xffffffff);
            var tree = (org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            var control = (org.w3c.dom.Element)
                    tree.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("8");
        } finally {
            reader.dispose();
        }
    }

    @Test
    void emptyRecordingIsAWhitePicture() {
        BufferedImage image = EventImage.draw(EventStream.builder(2, 2).build(), 1);

        assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
    }

    @Test
    void scaleAndDelayOutOfRangeAreRefused() {
        assertThatThrownBy(() -> EventImage.draw(EVENTS, 0)).hasMessageContaining("scale must be >= 1");
        assertThatThrownBy(() -> EventAnimation.writeGif(folder.resolve("x.gif"), EVENTS, 2, 5, 1))
                .hasMessageContaining("frameMillis");
    }

    private static int red(int argb) {
        return argb >> 16 & 0xff;
    }

    private static int blue(int argb) {
        return argb & 0xff;
    }

    @Test
    void channelsOfOneRowAreLaidOutOverTime() {
        EventStream events = EventStream.builder(4, 1)
                .add(1000, 0, 0, 1)
                .add(1500, 3, 0, 0)
                .add(2000, 1, 0, 1)
                .build();

        EventStream raster = EventRaster.over(events, 10);

        assertThat(raster.width()).isEqualTo(10);
        assertThat(raster.height()).isEqualTo(4);
        assertThat(raster.x(1)).isEqualTo(5);
        assertThat(raster.y(1)).isZero();
        assertThat(raster.polarity(1)).isZero();
        assertThat(raster.x(2)).isEqualTo(9);
        assertThat(raster.y(2)).isEqualTo(2);
        assertThat(EventRaster.over(EventStream.builder(4, 1).build(), 10).size())
                .isZero();
        assertThatThrownBy(() -> EventRaster.over(EventStream.builder(4, 2).build(), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4x2");
    }
}
