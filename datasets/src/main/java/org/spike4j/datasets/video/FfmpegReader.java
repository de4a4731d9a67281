package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Decodes one stream of a file, on the calling thread. */
final class FfmpegReader implements VideoReader {
    /** A damaged time must not put years between two pictures. */
    private static final long LONGEST_GAP = 3_600_000_000L;

    private static final String WAY_OUT = "copy the file again, or convert it to MP4 with H.264";

    private final Path path;
    private final Demuxer demuxer;
    private final AVCodecContext decoder;
    private final AVFrame picture = avutil.av_frame_alloc();
    private final AVRational unit;
    private final AVRational micros = avutil.av_make_q(1, 1_000_000);
    private final long gap;
    private PictureScaler scaler;
    private boolean drained;
    private boolean closed;
    private long start;
    private long last = -1;

    private FfmpegReader(Path path, Demuxer demuxer) {
        this.path = path;
        this.demuxer = demuxer;
        this.decoder = avcodec.avcodec_alloc_context3(null);
        this.unit = demuxer.stream().time_base();
        AVRational rate = demuxer.stream().avg_frame_rate();
        this.gap = rate.num() > 0 && rate.den() > 0 ? Math.max(1, 1_000_000L * rate.den() / rate.num()) : 40_000;
    }

    static FfmpegReader open(Path path, VideoOptions options) throws IOException {
        FfmpegReader reader = new FfmpegReader(path, Demuxer.open(path, options.stream()));
        try {
            reader.openDecoder(options);
            return reader;
        } catch (IOException | RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    /** Packets that become pictures: those that an edit list of the container leaves out are not counted. */
    static int countFrames(Path path, VideoOptions options) throws IOException {
        try (Demuxer demuxer = Demuxer.open(path, options.stream())) {
            int frames = 0;
            for (AVPacket packet = demuxer.next(); packet != null; packet = demuxer.next()) {
                frames += (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0 ? 1 : 0;
            }
            return frames;
        }
    }

    @Override
    public int width() {
        return scaler.width();
    }

    @Override
    public int height() {
        return scaler.height();
    }

    @Override
    public Optional<VideoFrame> next() throws IOException {
        if (closed) {
            throw new IllegalStateException(path + " is closed; open it again to read it again");
        }
        while (true) {
            int code = avcodec.avcodec_receive_frame(decoder, picture);
            if (code == 0) {
                return Optional.of(decoded());
            }
            if (code == avutil.AVERROR_EOF) {
                return Optional.empty();
            }
            if (code != avutil.AVERROR_EAGAIN() || drained) {
                check(code, "decoding it");
            }
            feed();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avutil.av_frame_free(picture);
            avcodec.avcodec_free_context(decoder);
            if (scaler != null) {
                scaler.close();
            }
            demuxer.close();
        }
    }

    private void openDecoder(VideoOptions options) throws IOException {
        AVCodecParameters coded = demuxer.stream().codecpar();
        AVCodec codec = avcodec.avcodec_find_decoder(coded.codec_id());
        String name = avcodec.avcodec_get_name(coded.codec_id()).getString();
        if (codec == null) {
            throw new VideoFileException(path, "there is no decoder for its pictures (" + name + ")", WAY_OUT);
        }
        check(avcodec.avcodec_parameters_to_context(decoder, coded), "reading its header");
        decoder.thread_count(1);
        AVDictionary limits = Ffmpeg.decoderLimits();
        try {
            check(avcodec.avcodec_open2(decoder, codec, limits), "opening a decoder for its pictures (" + name + ")");
        } finally {
            avutil.av_dict_free(limits);
        }
        if (coded.width() < 1 || coded.height() < 1 || (long) coded.width() * coded.height() > VideoFile.MOST_PIXELS) {
            throw new VideoFileException(
                    path,
                    "its pictures have " + coded.width() + "x" + coded.height() + " pixels",
                    "at least 1 and at most " + VideoFile.MOST_PIXELS + " can be read");
        }
        boolean asIs = options.width() == 0;
        scaler = new PictureScaler(asIs ? coded.width() : options.width(), asIs ? coded.height() : options.height());
    }

    private void feed() throws IOException {
        AVPacket packet = demuxer.next();
        drained = packet == null;
        check(avcodec.avcodec_send_packet(decoder, packet), "decoding it");
    }

    private VideoFrame decoded() throws IOException {
        byte[] rgb = scaler.convert(picture);
        if (rgb == null) {
            throw new VideoFileException(path, "its pictures have a pixel format that cannot be converted", WAY_OUT);
        }
        return new VideoFrame(width(), height(), rgb, time(picture.best_effort_timestamp()));
    }

    /** Microseconds since the first picture; a picture without a time, or with an old one, follows the one before. */
    private long time(long stamp) {
        long at = stamp == avutil.AV_NOPTS_VALUE ? Long.MIN_VALUE : avutil.av_rescale_q(stamp, unit, micros);
        if (last < 0) {
            start = at;
            last = 0;
        } else if (at == Long.MIN_VALUE
                || start == Long.MIN_VALUE
                || at - start <= last
                || at - start > last + LONGEST_GAP) {
            last += gap;
        } else {
            last = at - start;
        }
        return last;
    }

    private void check(int code, String doing) throws IOException {
        Ffmpeg.check(code, path, doing, WAY_OUT);
    }
}
