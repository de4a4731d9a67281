package org.spike4j.datasets.video;

import java.io.Closeable;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;

/** Brings RGB pictures into the pixel format of an encoder. */
final class EncoderInput implements Closeable {
    private final AVFrame rgb;
    private final AVFrame coded;
    private final SwsContext converter;

    EncoderInput(int width, int height, int pixels) {
        rgb = frame(width, height, avutil.AV_PIX_FMT_RGB24);
        coded = frame(width, height, pixels);
        converter = swscale.sws_getContext(
                width,
                height,
                avutil.AV_PIX_FMT_RGB24,
                width,
                height,
                pixels,
                swscale.SWS_AREA | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INP,
                null,
                null,
                (DoublePointer) null);
    }

    /** The picture to hand to the encoder, valid until the next call. */
    AVFrame picture(byte[] bytes, long number) {
        int width = rgb.width();
        int height = rgb.height();
        if (bytes.length != 3 * width * height) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels must have "
                    + 3 * width * height + " bytes, had " + bytes.length);
        }
        BytePointer data = rgb.data(0);
        for (int y = 0; y < height; y++) {
            data.position((long) y * rgb.linesize(0)).put(bytes, 3 * width * y, 3 * width);
        }
        avutil.av_frame_make_writable(coded); // an encoder may still hold the one before
        swscale.sws_scale(converter, rgb.data(), rgb.linesize(), 0, height, coded.data(), coded.linesize());
        coded.pts(number);
        return coded;
    }

    @Override
    public void close() {
        avutil.av_frame_free(rgb);
        avutil.av_frame_free(coded);
        swscale.sws_freeContext(converter);
    }

    private static AVFrame frame(int width, int height, int pixels) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.width(width).height(height).format(pixels);
        if (avutil.av_frame_get_buffer(frame, 0) < 0) {
            avutil.av_frame_free(frame);
            throw new OutOfMemoryError("no native memory for a picture of " + width + "x" + height);
        }
        return frame;
    }
}
