package org.spike4j.datasets.video;

import java.io.Closeable;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Brings decoded pictures of any size and pixel format to RGB of one size: the matrix and the range of the colours are
 * those the picture names (BT.601 and limited range if it names none); smaller sizes are means of areas, larger ones are
 * interpolated.
 */
final class PictureScaler implements Closeable {
    private static final int UNIT = 1 << 16;
    private static final int EXACT = swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT;

    private final int width;
    private final int height;
    private final AVFrame rgb;
    private SwsContext scaler = new SwsContext(null);

    PictureScaler(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = avutil.av_frame_alloc();
        rgb.width(width).height(height).format(avutil.AV_PIX_FMT_RGB24);
        if (avutil.av_frame_get_buffer(rgb, 0) < 0) {
            avutil.av_frame_free(rgb);
            throw new OutOfMemoryError("no native memory for a picture of " + width + "x" + height);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The picture as [height, width, 3] bytes; null if FFmpeg cannot convert its pixel format. */
    byte[] convert(AVFrame picture) {
        boolean shrinks = picture.width() > width || picture.height() > height;
        int method = shrinks ? swscale.SWS_AREA | EXACT : swscale.SWS_BILINEAR;
        scaler = swscale.sws_getCachedContext(
                scaler,
                picture.width(),
                picture.height(),
                picture.format(),
                width,
                height,
                avutil.AV_PIX_FMT_RGB24,
                method,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || scaler.isNull()) {
            return null;
        }
        int full = picture.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        swscale.sws_setColorspaceDetails(
                scaler,
                swscale.sws_getCoefficients(picture.colorspace()),
                full,
                swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT),
                1,
                0,
                UNIT,
                UNIT);
        int rows = swscale.sws_scale(
                scaler, picture.data(), picture.linesize(), 0, picture.height(), rgb.data(), rgb.linesize());
        return rows == height ? copy() : null;
    }

    @Override
    public void close() {
        avutil.av_frame_free(rgb);
        if (scaler != null) {
            swscale.sws_freeContext(scaler);
            scaler = null;
        }
    }

    private byte[] copy() {
        byte[] bytes = new byte[3 * width * height];
        BytePointer data = rgb.data(0);
        for (int y = 0; y < height; y++) {
            data.position((long) y * rgb.linesize(0)).get(bytes, 3 * width * y, 3 * width);
        }
        return bytes;
    }
}
