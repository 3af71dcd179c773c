package io.accession.media;

import java.util.ArrayList;
import java.util.List;

/** How a picture of one type becomes a frame of the canvas: the arguments of the child that decodes it. */
record FrameDecoding(FrameHeader header, VideoCanvas canvas) {

    List<String> arguments(long mostPixels) {
        var arguments = new ArrayList<>(reading(header, mostPixels));
        arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-vf", filters()));
        arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
        return arguments;
    }

    /** The part that every child has which gets a picture by a pipe. */
    static List<String> reading(FrameHeader header, long mostPixels) {
        var arguments = new ArrayList<>(List.of("-max_alloc", "1073741824", "-max_pixels", Long.toString(mostPixels)));
        arguments.addAll(List.of("-noautorotate", "-threads", "1", "-filter_threads", "1"));
        switch (header.type()) {
            // A picture that is cut is decoded as far as it goes, unless the decoder is told to be strict.
            case JPEG -> arguments.addAll(List.of("-err_detect", "explode", "-f", "jpeg_pipe"));
            case PNG -> arguments.addAll(List.of("-f", "png_pipe"));
            case WEBP -> arguments.addAll(List.of("-f", "webp_pipe"));
            case GIF -> arguments.addAll(List.of("-f", "gif"));
            case BMP -> arguments.addAll(List.of("-f", "bmp_pipe"));
            case TIFF -> arguments.addAll(List.of("-frame_size", Long.toString(header.bytes()), "-f", "tiff_pipe"));
            case AVIF -> arguments.addAll(List.of("-f", "mov"));
            default -> throw new IllegalArgumentException("no picture: " + header.type());
        }
        arguments.addAll(List.of("-i", "pipe:0"));
        return arguments;
    }

    /** Whether the child has found fault with a picture that it decoded nevertheless. */
    boolean isDamaged(String complaints) {
        return header.type() == ContentType.GIF && !complaints.isBlank();
    }

    private String filters() {
        return String.join(
                ",",
                turned(header),
                "scale=%d:%d:flags=bicubic".formatted(canvas.width(), canvas.height()),
                "format=gbrp",
                "pad=%d:%d:0:0".formatted(canvas.storedWidth(), canvas.storedHeight()),
                "scale=out_color_matrix=bt709:out_range=tv",
                "format=yuv420p");
    }

    /** The filter for the EXIF orientation. */
    static String turned(FrameHeader header) {
        return switch (header.size().orientation()) {
            case 2 -> "hflip";
            case 3 -> "hflip,vflip";
            case 4 -> "vflip";
            case 5 -> "transpose=cclock_flip";
            case 6 -> "transpose=clock";
            case 7 -> "transpose=clock_flip";
            case 8 -> "transpose=cclock";
            default -> "null";
        };
    }
}
