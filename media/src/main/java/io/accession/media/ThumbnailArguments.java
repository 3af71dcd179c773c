package io.accession.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the child that makes a small picture is told, but for the address of a video, which it reads from its standard input. */
final class ThumbnailArguments {

    /** Of a video's frame, before it is made small. */
    private static final long MOST_FRAME_PIXELS = 64_000_000;

    private ThumbnailArguments() {}

    static List<String> ofPicture(FrameHeader header, long mostPixels, int edge, PictureForm form) {
        var arguments = new ArrayList<>(FrameDecoding.reading(header, mostPixels));
        arguments.addAll(output(FrameDecoding.turned(header) + "," + scaled(edge, form), form));
        return arguments;
    }

    static List<String> ofKeyFrame(double seconds, int edge, PictureForm form) {
        return ofVideo("-noaccurate_seek", seconds, edge, form);
    }

    static List<String> ofFrame(double seconds, int edge, PictureForm form) {
        return ofVideo("-accurate_seek", seconds, edge, form);
    }

    private static List<String> ofVideo(String seek, double seconds, int edge, PictureForm form) {
        var arguments = new ArrayList<>(List.of("-max_alloc", "1073741824"));
        arguments.addAll(List.of("-max_pixels", Long.toString(MOST_FRAME_PIXELS)));
        arguments.addAll(List.of(seek, "-ss", String.format(Locale.ROOT, "%.6f", seconds)));
        arguments.addAll(ReencodingArguments.INPUT);
        arguments.addAll(output(scaled(edge, form), form));
        return arguments;
    }

    private static String scaled(int edge, PictureForm form) {
        return "scale=w=min(%1$d\\,iw):h=min(%1$d\\,ih):force_original_aspect_ratio=decrease:flags=area,format=%2$s"
                .formatted(edge, form.pixelFormat());
    }

    private static List<String> output(String filters, PictureForm form) {
        return List.of(
                "-map",
                "0:v:0",
                "-frames:v",
                "1",
                "-vf",
                filters,
                "-c:v",
                form.codec(),
                "-q:v",
                "4",
                "-f",
                "image2pipe",
                "pipe:1");
    }
}
