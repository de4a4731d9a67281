package org.spike4j.datasets.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** The container of a video: hands out the packets of one stream. */
final class Demuxer implements Closeable {
    private static final String WAY_OUT = "give a video such as MP4, AVI, WebM or GIF, or copy the file again";

    private final Path path;
    private final AVPacket packet;
    private AVIOContext bytes = new AVIOContext(null);
    private AVFormatContext format;
    private int stream;

    private Demuxer(Path path) {
        this.path = path;
        this.format = avformat.avformat_alloc_context();
        this.packet = avcodec.av_packet_alloc();
    }

    static Demuxer open(Path path, int wanted) throws IOException {
        Ffmpeg.require();
        Demuxer demuxer = new Demuxer(path);
        try {
            demuxer.openBytes();
            demuxer.openFormat();
            demuxer.chooseStream(wanted);
            return demuxer;
        } catch (IOException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    /** The chosen stream; valid until this is closed. */
    AVStream stream() {
        return format.streams(stream);
    }

    /** The next packet of the stream, valid until the next call; null at the end of the file. */
    AVPacket next() throws IOException {
        while (true) {
            avcodec.av_packet_unref(packet);
            int code = avformat.av_read_frame(format, packet);
            if (code == avutil.AVERROR_EOF && bytes.error() == 0) {
                return null;
            }
            check(code, "reading it");
            if (packet.stream_index() != stream) {
                continue;
            }
            if ((packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0) {
                throw new VideoFileException(path, "it ends in the middle of a picture, or is damaged", WAY_OUT);
            }
            return packet;
        }
    }

    @Override
    public void close() {
        if (format == null) {
            return;
        }
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
        avformat.avio_closep(bytes);
        format = null;
        bytes = null;
    }

    private void openBytes() throws IOException {
        try (BytePointer name = new BytePointer("file:" + path.toAbsolutePath(), StandardCharsets.UTF_8)) {
            check(avformat.avio_open2(bytes, name, avformat.AVIO_FLAG_READ, null, (AVDictionary) null), "opening it");
        }
    }

    /** The name of the file is not told: it could choose a container, or stand for several files. */
    private void openFormat() throws IOException {
        format.pb(bytes);
        AVDictionary limits = Ffmpeg.limits();
        try {
            check(avformat.avformat_open_input(format, "", (AVInputFormat) null, limits), "finding a video in it");
            check(avformat.avformat_find_stream_info(format, (AVDictionary) null), "finding a video in it");
        } finally {
            avutil.av_dict_free(limits);
        }
    }

    private void chooseStream(int wanted) throws IOException {
        int found = avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_VIDEO, wanted, -1, (AVCodec) null, 0);
        if (found < 0) {
            String which = wanted < 0 ? "it has no pictures" : "stream " + wanted + " of it has no pictures";
            throw new VideoFileException(path, which + " (" + format.nb_streams() + " streams)", WAY_OUT);
        }
        stream = found;
    }

    private void check(int code, String doing) throws IOException {
        Ffmpeg.check(code, path, doing, WAY_OUT);
    }
}
