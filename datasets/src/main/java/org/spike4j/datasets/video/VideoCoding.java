package org.spike4j.datasets.video;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * How pictures are coded in a file.
 *
 * @param container name of the container for FFmpeg
 * @param encoder name of the encoder for FFmpeg
 * @param pixels pixel format the encoder wants
 */
record VideoCoding(String container, String encoder, int pixels) {
    private static final int LEAST_H264_SIDE = 16;

    static VideoCoding of(Path target, int width, int height) {
        String ending = VideoFile.ending(target);
        return switch (ending) {
            case "mp4", "mov" -> new VideoCoding(ending, mp4Encoder(width, height), avutil.AV_PIX_FMT_YUV420P);
            case "avi" -> new VideoCoding("avi", "mpeg4", avutil.AV_PIX_FMT_YUV420P);
            case "webm" -> new VideoCoding("webm", "libvpx-vp9", avutil.AV_PIX_FMT_YUV420P);
            case "mkv" -> new VideoCoding("matroska", "ffv1", avutil.AV_PIX_FMT_BGR0);
            case "gif" -> new VideoCoding("gif", "gif", avutil.AV_PIX_FMT_RGB8);
            default ->
                throw new IllegalArgumentException(
                        target + ": a video must end in .mp4, .mov, .avi, .webm, .mkv or .gif");
        };
    }

    private static String mp4Encoder(int width, int height) {
        boolean even = width % 2 == 0 && height % 2 == 0;
        return even && width >= LEAST_H264_SIDE && height >= LEAST_H264_SIDE ? "libopenh264" : "mpeg4";
    }
}
