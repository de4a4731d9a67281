package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Opens videos: files of MP4, AVI, WebM, Matroska, MPEG, Ogg, FLV and GIF, single pictures, and folders of numbered
 * pictures. What is in a file decides how it is read, not its name.
 *
 * <p>A file is decoded by native code (FFmpeg), which is kept to these containers, to the customary decoders, to the one
 * file itself and to {@value #MOST_PIXELS} pixels a picture. Times count from the first picture and grow by at least a
 * microsecond. Pictures are neither
 * turned nor stretched where the file asks players for it.
 */
public final class VideoFile {
    /** Most pixels of a picture: 8K with a margin. */
    static final int MOST_PIXELS = 40_000_000;

    private static final Set<String> ENDINGS = Set.of(
            "mp4", "m4v", "mov", "3gp", "avi", "webm", "mkv", "gif", "mpg", "mpeg", "ts", "ogv", "flv", "jpg", "jpeg",
            "png", "bmp", "webp");

    private VideoFile() {}

    /**
     * Opens a video with the size it has.
     *
     * @param path a video, a picture, or a folder of pictures
     * @return a reader at the first picture
     * @throws VideoFileException if there is no video that can be read
     * @throws IOException if the file cannot be read
     */
    public static VideoReader open(Path path) throws IOException {
        return open(path, VideoOptions.defaults());
    }

    /**
     * Opens a video.
     *
     * @param path a video, a picture, or a folder of pictures
     * @param options size, stream and rate
     * @return a reader at the first picture
     * @throws VideoFileException if there is no video that can be read
     * @throws IOException if the file cannot be read
     */
    public static VideoReader open(Path path, VideoOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            return PictureFolder.open(path, options);
        }
        requireFile(path);
        return FfmpegReader.open(path, options);
    }

    /**
     * Number of pictures, found without decoding them. A damaged file may have fewer that can be decoded.
     *
     * @param path a video, a picture, or a folder of pictures
     * @param options which stream
     * @return pictures
     * @throws VideoFileException if there is no video that can be read
     * @throws IOException if the file cannot be read
     */
    public static int countFrames(Path path, VideoOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            return PictureFolder.pictures(path).size();
        }
        requireFile(path);
        return FfmpegReader.countFrames(path, options);
    }

    /**
     * Whether a path looks like a video: by the ending of a file's name, or as a folder.
     *
     * @param path any path
     * @return whether it is worth trying to open it
     */
    public static boolean isVideo(Path path) {
        return Files.isDirectory(path) || ENDINGS.contains(ending(path));
    }

    private static void requireFile(Path path) throws VideoFileException {
        if (!Files.isRegularFile(path)) {
            throw new VideoFileException(path, "no such file", "check the path");
        }
    }

    /** Letters after the last dot of the name, in lower case; empty without a dot. */
    static String ending(Path path) {
        Path name = path.getFileName();
        int dot = name == null ? -1 : name.toString().lastIndexOf('.');
        return dot < 0 ? "" : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
