package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg as this package uses it. It is native code with a long history of holes in rare formats, so what it may open is
 * named here.
 */
final class Ffmpeg {
    private static final String CONTAINERS =
            "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm,gif,mpegts,mpeg,mpegvideo,ogg,flv,"
                    + "jpeg_pipe,png_pipe,bmp_pipe,webp_pipe";
    private static final String DECODERS = "h264,hevc,mpeg4,mpeg1video,mpeg2video,h263,flv,msmpeg4,msmpeg4v2,msmpeg4v3,"
            + "vp8,vp9,libdav1d,theora,mjpeg,gif,png,bmp,webp,ffv1,huffyuv,rawvideo";

    private Ffmpeg() {}

    /** Loads the libraries on first use and keeps them from writing to the console. */
    static void require() {
        try {
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            Loader.load(swscale.class);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "the native libraries of FFmpeg for " + Loader.getPlatform()
                            + " are missing; add org.bytedeco:ffmpeg" + " with the classifier " + Loader.getPlatform()
                            + " to the class path",
                    e);
        }
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /** What a file may be; for avformat_open_input, to be freed. */
    static AVDictionary limits() {
        AVDictionary limits = new AVDictionary(null);
        avutil.av_dict_set(limits, "format_whitelist", CONTAINERS, 0);
        avutil.av_dict_set(limits, "codec_whitelist", DECODERS, 0);
        avutil.av_dict_set(limits, "protocol_whitelist", "file", 0);
        return limits;
    }

    /** Limits of a decoder; for avcodec_open2, to be freed. */
    static AVDictionary decoderLimits() {
        AVDictionary limits = new AVDictionary(null);
        avutil.av_dict_set(limits, "codec_whitelist", DECODERS, 0);
        avutil.av_dict_set(limits, "max_pixels", Integer.toString(VideoFile.MOST_PIXELS), 0);
        return limits;
    }

    /** What FFmpeg says of one of its error codes. */
    static String reason(int code) {
        byte[] text = new byte[256];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** Passes a result on, or fails with FFmpeg's reason if it is an error. */
    static int check(int code, Path path, String doing, String wayOut) throws IOException {
        if (code < 0) {
            throw new VideoFileException(path, doing + " failed: " + reason(code), wayOut);
        }
        return code;
    }
}
