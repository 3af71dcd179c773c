package io.accession.media;

import io.accession.core.domain.FrameRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the child that makes a video anew is told, but for the address that it reads from. */
final class ReencodingArguments {

    /**
     * A list of one address on standard input: argument lists are public on a machine. {@code concatf} is the protocol that reads it; the demuxer
     * behind sees one file that it can seek in.
     */
    static final List<String> INPUT = List.of(
            "-protocol_whitelist",
            "concatf,pipe,http,tcp",
            "-format_whitelist",
            FfprobeChild.FORMATS,
            "-max_streams",
            "100",
            "-threads",
            "4",
            "-i",
            "concatf:pipe:0");

    private ReencodingArguments() {}

    /** {@code soundSeconds} is how long the sound gets to be; 0 where nobody knows. */
    static List<String> of(FrameRate rate, boolean hasSound, double soundSeconds, Path file) {
        var arguments = new ArrayList<>(INPUT);
        arguments.addAll(List.of("-map", "0:v:0", "-vf", pictures(rate)));
        arguments.addAll(List.of("-c:v", "libopenh264", "-rc_mode", "off", "-q:v", "20", "-threads", "4"));
        arguments.addAll(List.of("-g", Long.toString(Math.max(1, Math.round(rate.perSecond())))));
        if (hasSound) {
            arguments.addAll(List.of("-map", "0:a:0", "-af", sound(soundSeconds), "-c:a", "aac"));
        }
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", "-y", file.toString()));
        return arguments;
    }

    /**
     * Encoders of sound begin some milliseconds early, which must not repeat the first frame. A longer gap before it is filled, which keeps sound
     * and pictures together.
     */
    private static String pictures(FrameRate rate) {
        return "setpts=PTS-if(lt(STARTT\\,0.05)\\,STARTPTS\\,0),fps=fps=" + rate + ":start_time=0,"
                + "pad=w=max(16\\,ceil(iw/2)*2):h=max(16\\,ceil(ih/2)*2),format=yuv420p";
    }

    /** As long as the pictures: FFmpeg's own way, {@code -shortest}, ends now and then a second late. */
    private static String sound(double seconds) {
        var fromStart = "aresample=async=1:first_pts=0";
        return seconds > 0
                ? fromStart + String.format(Locale.ROOT, ",apad=whole_dur=%1$.6f,atrim=end=%1$.6f", seconds)
                : fromStart;
    }
}
