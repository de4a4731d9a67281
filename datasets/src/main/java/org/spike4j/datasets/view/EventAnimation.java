package org.spike4j.datasets.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.video.VideoWriter;

/** Writes a recording as an animated GIF that plays for ever, or as a video. */
public final class EventAnimation {
    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

    private EventAnimation() {}

    /**
     * Writes slices of equal duration as the frames of an animation.
     *
     * @param path the file; one that exists is replaced
     * @param events what to draw; not modified
     * @param frames number of frames, at least 1
     * @param frameMillis how long each frame is shown, 10 to 655350 milliseconds, rounded down to 10
     * @param scale side of the square that shows a pixel of the sensor, at least 1
     * @throws IOException if writing fails
     */
    public static void writeGif(Path path, EventStream events, int frames, int frameMillis, int scale)
            throws IOException {
        if (frameMillis < 10 || frameMillis > 655_350) {
            throw new IllegalArgumentException("frameMillis must be 10 to 655350 ms, was " + frameMillis);
        }
        AtomicFile.write(path, gif(EventImage.drawSlices(events, frames, scale), frameMillis / 10));
    }

    /**
     * Writes slices of equal duration as the pictures of a video.
     *
     * @param path the file, its ending one of {@link VideoWriter}; one that exists is replaced
     * @param events what to draw; not modified
     * @param frames number of pictures, at least 1
     * @param picturesPerSecond rate, above 0
     * @param scale side of the square that shows a pixel of the sensor, at least 1
     * @throws IOException if writing fails
     */
    public static void writeVideo(Path path, EventStream events, int frames, double picturesPerSecond, int scale)
            throws IOException {
        int width = events.width() * scale;
        int height = events.height() * scale;
        try (VideoWriter writer = VideoWriter.create(path, width, height, picturesPerSecond)) {
            for (BufferedImage image : EventImage.drawSlices(events, frames, scale)) {
                writer.write(VideoImage.bytes(image));
            }
            writer.finish();
        }
    }

    /** An animation of pictures that are each shown for some hundredths of a second. */
    static byte[] gif(List<BufferedImage> images, int delayHundredths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                IIOMetadata metadata = frameMetadata(writer, image, delayHundredths);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Delay of the frame, and the application block that tells players to loop without end. */
    private static IIOMetadata frameMetadata(ImageWriter writer, BufferedImage image, int delayHundredths)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(IMAGE_FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delayHundredths));
        root.appendChild(control);
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.mergeTree(IMAGE_FORMAT, root);
        return metadata;
    }
}
