package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of pictures of one size, shown at a constant rate in the order of their numbers, then of their names. */
final class PictureFolder implements VideoReader {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "webp");

    private final List<Path> pictures;
    private final VideoOptions each;
    private final double rate;
    private int next;

    private PictureFolder(List<Path> pictures, VideoOptions each, double rate) {
        this.pictures = pictures;
        this.each = each;
        this.rate = rate;
    }

    static PictureFolder open(Path folder, VideoOptions options) throws IOException {
        List<Path> pictures = pictures(folder);
        VideoOptions each = options.withStream(-1);
        if (options.width() == 0) {
            try (FfmpegReader first = FfmpegReader.open(pictures.get(0), each)) {
                each = each.withSize(first.width(), first.height());
            }
        }
        return new PictureFolder(pictures, each, options.folderRate());
    }

    /** The pictures of a folder in order, at least one. */
    static List<Path> pictures(Path folder) throws IOException {
        List<Path> pictures;
        try (Stream<Path> content = Files.list(folder)) {
            pictures = content.filter(file -> ENDINGS.contains(VideoFile.ending(file)))
                    .sorted(Comparator.comparingLong(PictureFolder::number)
                            .thenComparing(file -> file.getFileName().toString()))
                    .toList();
        }
        if (pictures.isEmpty()) {
            throw new VideoFileException(
                    folder, "there are no pictures in this folder", "give a folder of .jpg, .png, .bmp or .webp files");
        }
        return pictures;
    }

    @Override
    public int width() {
        return each.width();
    }

    @Override
    public int height() {
        return each.height();
    }

    @Override
    public Optional<VideoFrame> next() throws IOException {
        if (next == pictures.size()) {
            return Optional.empty();
        }
        Path file = pictures.get(next);
        try (FfmpegReader reader = FfmpegReader.open(file, each)) {
            VideoFrame picture = reader.next()
                    .orElseThrow(() -> new VideoFileException(file, "there is no picture in it", "delete the file"));
            long micros = Math.round(next / rate * 1e6);
            next++;
            return Optional.of(new VideoFrame(picture.width(), picture.height(), picture.rgb(), micros));
        }
    }

    @Override
    public void close() {
        next = pictures.size();
    }

    /** The last number in a name, so that 10.jpg follows 9.jpg; names without one come first. */
    private static long number(Path file) {
        String name = file.getFileName().toString();
        int end = name.lastIndexOf('.');
        while (end > 0 && !isDigit(name.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 18 && isDigit(name.charAt(start - 1))) {
            start--;
        }
        return start == end ? -1 : Long.parseLong(name.substring(start, end));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
