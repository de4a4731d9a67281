package org.spike4j.datasets.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Codes pictures into a file, on the calling thread. */
final class FfmpegWriter implements Closeable {
    private static final String WAY_OUT = "check the folder and the free space, or choose another ending";
    private static final int MOST_RATE = 60_000;
    /** Quantiser step of MPEG-4, of 31: nearly as good as it gets. */
    private static final int FINE = 2;

    private static final double BITS_PER_PIXEL = 2;
    private static final int LEAST_BIT_RATE = 400_000;

    private final Path path;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext bytes = new AVIOContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private AVCodecContext encoder = new AVCodecContext(null);
    private EncoderInput input;
    private AVStream stream;
    private boolean closed;
    private long written;

    private FfmpegWriter(Path path) {
        this.path = path;
    }

    static FfmpegWriter open(Path path, VideoCoding coding, int width, int height, double rate) throws IOException {
        Ffmpeg.require();
        FfmpegWriter writer = new FfmpegWriter(path);
        try {
            check(avformat.avformat_alloc_output_context2(writer.format, null, coding.container(), null), path);
            writer.openEncoder(coding, width, height, avutil.av_d2q(rate, MOST_RATE));
            writer.openFile();
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    void write(byte[] rgb) throws IOException {
        encode(input.picture(rgb, written++));
    }

    void finish() throws IOException {
        encode(null);
        check(avformat.av_write_trailer(format), path);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
        if (input != null) {
            input.close();
        }
        avformat.avio_closep(bytes);
        avformat.avformat_free_context(format);
    }

    private void openEncoder(VideoCoding coding, int width, int height, AVRational rate) throws IOException {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(coding.encoder());
        if (codec == null) {
            throw new VideoFileException(path, "this build of FFmpeg has no encoder " + coding.encoder(), WAY_OUT);
        }
        encoder = avcodec.avcodec_alloc_context3(codec);
        AVRational unit = avutil.av_make_q(rate.den(), rate.num());
        encoder.width(width)
                .height(height)
                .pix_fmt(coding.pixels())
                .time_base(unit)
                .framerate(rate)
                .thread_count(1);
        encoder.gop_size(12).max_b_frames(0);
        encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_QSCALE | avcodec.AV_CODEC_FLAG_BITEXACT);
        encoder.global_quality(FINE * avutil.FF_QP2LAMBDA);
        double perSecond = (double) rate.num() / rate.den() * width * height;
        encoder.bit_rate((long) Math.max(LEAST_BIT_RATE, BITS_PER_PIXEL * perSecond));
        if (coding.pixels() == avutil.AV_PIX_FMT_YUV420P) {
            encoder.colorspace(avutil.AVCOL_SPC_SMPTE170M).color_range(avutil.AVCOL_RANGE_MPEG);
        }
        if ((format.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null), path);
        stream = avformat.avformat_new_stream(format, null);
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), path);
        stream.time_base(unit);
        stream.avg_frame_rate(rate);
        input = new EncoderInput(width, height, coding.pixels());
    }

    private void openFile() throws IOException {
        try (BytePointer name = new BytePointer("file:" + path.toAbsolutePath(), StandardCharsets.UTF_8)) {
            check(avformat.avio_open2(bytes, name, avformat.AVIO_FLAG_WRITE, null, (AVDictionary) null), path);
        }
        format.pb(bytes);
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        check(avformat.avformat_write_header(format, (AVDictionary) null), path);
    }

    private void encode(AVFrame picture) throws IOException {
        check(avcodec.avcodec_send_frame(encoder, picture), path);
        while (true) {
            int code = avcodec.avcodec_receive_packet(encoder, packet);
            if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF) {
                return;
            }
            check(code, path);
            packet.stream_index(stream.index());
            packet.duration(1);
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            check(avformat.av_interleaved_write_frame(format, packet), path);
        }
    }

    private static void check(int code, Path path) throws IOException {
        Ffmpeg.check(code, path, "writing the video", WAY_OUT);
    }
}
