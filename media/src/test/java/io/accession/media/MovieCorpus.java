package io.accession.media;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** MP4 and QuickTime files of every shape, made when they are needed first, once per JVM: encoded, and then changed byte by byte where no muxer writes them. */
final class MovieCorpus {

    static final Map<String, Supplier<byte[]>> VIDEOS = videos();
    static final Map<String, Supplier<byte[]>> SOUNDS = sounds();

    private static final String UNEVEN = "setpts='if(lt(N,10),N,10+(N-10)*3)/(25*TB)'";

    private MovieCorpus() {}

    static byte[] video(String name) {
        return requireNonNull(VIDEOS.get(name)).get();
    }

    static byte[] sound(String name) {
        return requireNonNull(SOUNDS.get(name)).get();
    }

    private static Map<String, Supplier<byte[]>> videos() {
        var files = new LinkedHashMap<String, Supplier<byte[]>>();
        codecs(files);
        layouts(files);
        rates(files);
        files.put("moov at the end", MovieCorpus::plain);
        files.put("64-bit mdat", () -> withLargeMediaData(plain()));
        files.put("turned by a quarter", () -> turned(plain(), 0, 1, -1, 0));
        files.put("turned by a half", () -> turned(plain(), -1, 0, 0, -1));
        files.put("turned by three quarters", () -> turned(plain(), 0, -1, 1, 0));
        files.put("a box in front of moov", () -> withBoxInFrontOfMovie(plain(), "free", 5000));
        return files;
    }

    private static void codecs(Map<String, Supplier<byte[]>> files) {
        files.put("mpeg4", () -> clip("mp4", "25", 25, 0, "-c:v", "mpeg4"));
        files.put("mpeg4 with b-frames", () -> clip("mp4", "25", 25, 0, "-c:v", "mpeg4", "-bf", "2"));
        files.put(
                "mpeg4 interlaced",
                () -> clip("mp4", "25", 25, 0, "-c:v", "mpeg4", "-flags", "+ildct+ilme", "-top", "1"));
        files.put("mpeg2 interlaced", () -> clip("mov", "25", 25, 0, "-c:v", "mpeg2video", "-flags", "+ildct+ilme"));
        files.put(
                "vp9",
                () -> clip("mp4", "24", 24, 0.5, "-pix_fmt", "yuv420p", "-c:v", "libvpx-vp9", "-c:a", "libopus"));
        files.put("vp9 rgb", () -> clip("mp4", "24", 12, 0, "-c:v", "libvpx-vp9"));
        files.put("av1", () -> clip("mp4", "25", 13, 0, "-pix_fmt", "yuv420p", "-c:v", "libsvtav1", "-preset", "12"));
        files.put(
                "av1 10 bit",
                () -> clip("mp4", "25", 13, 0, "-pix_fmt", "yuv420p10le", "-c:v", "libsvtav1", "-preset", "12"));
        files.put("mjpeg", () -> clip("mov", "25", 13, 0.5, "-c:v", "mjpeg", "-c:a", "pcm_s16le"));
        files.put(
                "prores",
                () -> clip("mov", "25", 13, 0.5, "-pix_fmt", "yuv422p10le", "-c:v", "prores", "-c:a", "pcm_s24le"));
        files.put("png", () -> clip("mov", "25", 5, 0, "-c:v", "png"));
        files.put("full range", () -> clip("mp4", "25", 5, 0, "-pix_fmt", "yuvj420p", "-c:v", "libopenh264"));
        files.put("odd size", () -> Clips.encoded("mp4", 66, 50, "25", 10, 0, "-c:v", "libopenh264"));
    }

    private static void layouts(Map<String, Supplier<byte[]>> files) {
        files.put("fast start", () -> h264("25", 25, 1.0, "-movflags", "+faststart"));
        files.put("mov", () -> Clips.encoded("mov", 64, 48, "25", 25, 1.0, "-c:v", "libopenh264", "-c:a", "aac"));
        files.put(
                "fragmented by key frames",
                () -> h264("25", 50, 2.0, "-g", "10", "-movflags", "+frag_keyframe+empty_moov"));
        files.put(
                "fragmented, moov with samples", () -> h264("25", 50, 2.0, "-g", "10", "-movflags", "+frag_keyframe"));
        files.put("fragmented, default base", () -> h264("25", 50, 0, "-g", "10", "-movflags", "+cmaf"));
        files.put("fragmented with sidx", () -> h264("25", 50, 0, "-g", "10", "-movflags", "+dash+frag_keyframe"));
        files.put(
                "fragmented, global sidx",
                () -> h264("25", 50, 0, "-g", "10", "-movflags", "+dash+frag_keyframe+global_sidx"));
        files.put(
                "fragmented with sidx and sound",
                () -> h264("25", 50, 2.0, "-g", "10", "-movflags", "+dash+frag_keyframe"));
        files.put(
                "fragmented, global sidx and sound",
                () -> h264("25", 50, 2.0, "-g", "10", "-movflags", "+dash+frag_keyframe+global_sidx"));
        files.put("fragmented, cmaf and sound", () -> h264("25", 50, 2.0, "-g", "10", "-movflags", "+cmaf"));
        files.put(
                "fragmented, uneven",
                () -> h264(
                        "25",
                        40,
                        0,
                        "-g",
                        "10",
                        "-vf",
                        UNEVEN,
                        "-fps_mode",
                        "vfr",
                        "-movflags",
                        "+frag_keyframe+empty_moov"));
        files.put(
                "fragmented mpeg4 with b-frames",
                () -> clip("mp4", "25", 50, 0, "-c:v", "mpeg4", "-bf", "2", "-movflags", "+frag_keyframe+empty_moov"));
        files.put(
                "fragmented, negative offsets",
                () -> clip(
                        "mp4",
                        "25",
                        50,
                        0,
                        "-c:v",
                        "mpeg4",
                        "-bf",
                        "2",
                        "-movflags",
                        "+frag_keyframe+empty_moov+negative_cts_offsets"));
        files.put(
                "fragmented, long first frame",
                () -> h264("25", 150, 6.0, "-g", "50", "-movflags", "+frag_keyframe+empty_moov"));
        files.put("hybrid", () -> h264("25", 50, 2.0, "-movflags", "+hybrid_fragmented"));
        files.put("two videos", () -> h264("25", 25, 0, "-map", "0:v", "-map", "0:v"));
        files.put("two sounds", () -> h264("25", 25, 1.0, "-map", "0:v", "-map", "1:a", "-map", "1:a"));
        files.put("sound first", () -> h264("25", 25, 1.0, "-map", "1:a", "-map", "0:v"));
        files.put("sound longer", () -> h264("25", 25, 2.0));
        files.put(
                "time code",
                () -> Clips.encoded("mov", 64, 48, "25", 25, 0, "-c:v", "libopenh264", "-timecode", "01:00:00:00"));
        files.put("no edit list", () -> clip("mp4", "25", 25, 0, "-c:v", "mpeg4", "-bf", "2", "-use_editlist", "0"));
        files.put(
                "negative offsets",
                () -> clip("mp4", "25", 25, 0, "-c:v", "mpeg4", "-bf", "2", "-movflags", "+negative_cts_offsets"));
        files.put("late video", () -> h264("25", 25, 2.0, "-vf", "setpts=PTS+0.5/TB"));
        files.put(
                "early video", () -> h264("25", 25, 1.0, "-vf", "setpts=PTS-0.2/TB", "-avoid_negative_ts", "disabled"));
        files.put(
                "encrypted",
                () -> h264(
                        "25",
                        25,
                        0,
                        "-encryption_scheme",
                        "cenc-aes-ctr",
                        "-encryption_key",
                        "76a6c65c5ea762046bd749a2e632ccbb",
                        "-encryption_kid",
                        "a7e61c373e219033c21091fa607bf3b8"));
        files.put("3gp", () -> clip("3gp", "25", 25, 0, "-c:v", "mpeg4"));
    }

    private static void rates(Map<String, Supplier<byte[]>> files) {
        for (var rate : List.of("30000/1001", "12.5", "29.97", "1", "100/3")) {
            files.put("at " + rate, () -> h264(rate, 20, 0));
        }
        files.put("one frame", () -> h264("25", 1, 0));
        files.put("three frames", () -> h264("30000/1001", 3, 0));
        files.put("uneven", () -> h264("25", 40, 0, "-vf", UNEVEN, "-fps_mode", "vfr"));
        files.put(
                "one frame dropped",
                () -> h264("25", 100, 0, "-vf", "setpts='if(lt(N,50),N,N+1)/(25*TB)'", "-fps_mode", "vfr"));
        files.put(
                "trembling",
                () -> h264(
                        "25",
                        100,
                        0,
                        "-vf",
                        "setpts='(N+0.1*sin(N))/(25*TB)'",
                        "-fps_mode",
                        "vfr",
                        "-video_track_timescale",
                        "90000"));
        files.put(
                "every other frame twice as long",
                () -> h264("25", 60, 0, "-vf", "setpts='(N+floor(N/2))/(25*TB)'", "-fps_mode", "vfr"));
        files.put(
                "two rates in turn",
                () -> h264(
                        "25",
                        60,
                        0,
                        "-vf",
                        "setpts='if(lt(N,30),N,30+(N-30)*1.25)/(25*TB)'",
                        "-fps_mode",
                        "vfr",
                        "-video_track_timescale",
                        "90000"));
        files.put("coarse timescale", () -> h264("30000/1001", 60, 0, "-video_track_timescale", "1000"));
        files.put("timescale 600, ntsc", () -> h264("30000/1001", 60, 0, "-video_track_timescale", "600"));
    }

    private static Map<String, Supplier<byte[]>> sounds() {
        var files = new LinkedHashMap<String, Supplier<byte[]>>();
        files.put("aac", () -> Clips.sound("m4a", 1.0, "-c:a", "aac"));
        files.put("aac stereo", () -> Clips.sound("m4a", 1.0, "-c:a", "aac", "-ac", "2", "-ar", "48000"));
        files.put("aac 5.1", () -> Clips.sound("mp4", 1.0, "-c:a", "aac", "-ac", "6", "-ar", "48000"));
        files.put("aac 16 kHz", () -> Clips.sound("m4a", 1.0, "-c:a", "aac", "-ar", "16000"));
        files.put(
                "aac fragmented",
                () -> Clips.sound(
                        "mp4",
                        2.0,
                        "-c:a",
                        "aac",
                        "-movflags",
                        "+frag_keyframe+empty_moov",
                        "-frag_duration",
                        "500000"));
        files.put("mp3", () -> Clips.sound("mp4", 1.0, "-c:a", "libmp3lame"));
        files.put("mp3 mov", () -> Clips.sound("mov", 1.0, "-c:a", "libmp3lame"));
        files.put("opus stereo", () -> Clips.sound("mp4", 1.0, "-c:a", "libopus", "-ac", "2"));
        files.put("alac 24", () -> Clips.sound("m4a", 1.0, "-c:a", "alac", "-sample_fmt", "s32p", "-ac", "2"));
        files.put(
                "flac 96 kHz",
                () -> Clips.sound("mp4", 1.0, "-c:a", "flac", "-ar", "96000", "-sample_fmt", "s32", "-ac", "2"));
        files.put("ac3", () -> Clips.sound("mp4", 1.0, "-c:a", "ac3", "-ac", "6", "-ar", "48000"));
        files.put("eac3", () -> Clips.sound("mp4", 1.0, "-c:a", "eac3", "-ar", "48000"));
        files.put("pcm mov", () -> Clips.sound("mov", 1.0, "-c:a", "pcm_s16le"));
        files.put("pcm 24", () -> Clips.sound("mov", 1.0, "-c:a", "pcm_s24le"));
        files.put("pcm mp4", () -> Clips.sound("mp4", 1.0, "-c:a", "pcm_s16le"));
        files.put("aac mov", () -> Clips.sound("mov", 1.0, "-c:a", "aac"));
        files.put(
                "cover",
                () -> Clips.encoded(
                        "m4a", 64, 48, "1", 1, 1.0, "-c:a", "aac", "-c:v", "mjpeg", "-disposition:v", "attached_pic"));
        return files;
    }

    /** Media data first, then the header. */
    static byte[] plain() {
        return h264("25", 25, 1.0);
    }

    static byte[] h264(String rate, int frames, double sound, String... more) {
        var all = new ArrayList<>(List.of("-c:v", "libopenh264", "-c:a", "aac"));
        all.addAll(Arrays.asList(more));
        return clip("mp4", rate, frames, sound, all.toArray(String[]::new));
    }

    private static byte[] clip(String extension, String rate, int frames, double sound, String... more) {
        return Clips.encoded(extension, 64, 48, rate, frames, sound, more);
    }

    /** The size of {@code mdat} in 64 bits, which takes the place of the 8 bytes of {@code free} in front of it. */
    private static byte[] withLargeMediaData(byte[] movie) {
        var changed = movie.clone();
        int media = find(movie, "mdat", 0) - 4;
        var out = ByteBuffer.wrap(changed);
        long size = Integer.toUnsignedLong(out.getInt(media));
        out.putInt(media - 8, 1);
        out.put(media - 4, "mdat".getBytes(StandardCharsets.ISO_8859_1));
        out.putLong(media, size + 8);
        return changed;
    }

    private static byte[] turned(byte[] movie, int a, int b, int c, int d) {
        var changed = movie.clone();
        int matrix = find(movie, "tkhd", 0) + 4 + 40;
        var out = ByteBuffer.wrap(changed);
        int[] values = {a, b, 0, c, d};
        for (int i = 0; i < values.length; i++) {
            out.putInt(matrix + 4 * i, values[i] << 16);
        }
        return changed;
    }

    private static byte[] withBoxInFrontOfMovie(byte[] movie, String name, int length) {
        int header = find(movie, "moov", 0) - 4;
        return Bytes.bigEndian()
                .bytes(Arrays.copyOf(movie, header))
                .bytes(Avif.box(name, new byte[length]))
                .bytes(Arrays.copyOfRange(movie, header, movie.length))
                .done();
    }

    static int find(byte[] movie, String name, int from) {
        return new String(movie, StandardCharsets.ISO_8859_1).indexOf(name, from);
    }
}
