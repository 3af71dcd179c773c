package io.accession.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Videos and sounds for tests, encoded from moving gradients and a tone by the same FFmpeg that is shipped. */
final class Clips {

    /** Unpacked once per build directory. */
    static final Path CACHE = Path.of("target", "programs");

    static final String NTSC = "30000/1001";

    private static final int HERTZ = 44_100;
    private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

    private Clips() {}

    static byte[] mp4(int frames, double soundSeconds, String... more) {
        return encoded("mp4", 160, 90, NTSC, frames, soundSeconds, with(more, "-c:v", "libopenh264", "-c:a", "aac"));
    }

    static byte[] webm(int frames, double soundSeconds, String... more) {
        return encoded("webm", 160, 90, "25", frames, soundSeconds, with(more, "-c:v", "libvpx", "-c:a", "libopus"));
    }

    static byte[] sound(String extension, double seconds, String... more) {
        return encoded(extension, 0, 0, "1", 0, seconds, more);
    }

    /** {@code frames} or {@code soundSeconds} are 0 for none. */
    static byte[] encoded(
            String extension, int width, int height, String rate, int frames, double soundSeconds, String... codecs) {
        var key = new ArrayList<>(List.of(extension, rate, width + "x" + height, frames + "", soundSeconds + ""));
        key.addAll(Arrays.asList(codecs));
        return MADE.computeIfAbsent(
                        key,
                        _ -> encode(
                                extension, inputs(width, height, rate, frames, soundSeconds), Arrays.asList(codecs)))
                .clone();
    }

    /** Runs FFmpeg on files of raw samples: its own generators are part of libavdevice, which is not here. */
    private static byte[] encode(String extension, List<String> inputs, List<String> codecs) {
        try {
            var programs = FfmpegPrograms.unpack(CACHE);
            var output = Files.createTempFile("clip", "." + extension);
            var command = new ArrayList<>(
                    List.of(programs.ffmpeg().toString(), "-hide_banner", "-v", "error", "-y", "-nostdin"));
            command.addAll(inputs);
            command.addAll(codecs);
            command.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"));
            command.add(output.toString());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
            var process = builder.start();
            var complaints =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + complaints);
            }
            var bytes = Files.readAllBytes(output);
            Files.delete(output);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inputs(int width, int height, String rate, int frames, double soundSeconds) {
        var inputs = new ArrayList<String>();
        if (frames > 0) {
            inputs.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", width + "x" + height));
            inputs.addAll(List.of("-framerate", rate, "-i", temporary(pixels(width, height, frames))));
        }
        if (soundSeconds > 0) {
            inputs.addAll(List.of("-f", "s16le", "-ar", HERTZ + "", "-ac", "1", "-i", temporary(tone(soundSeconds))));
        }
        return inputs;
    }

    private static byte[] pixels(int width, int height, int frames) {
        var bytes = Bytes.bigEndian();
        for (int frame = 0; frame < frames; frame++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    bytes.u8((x + 4 * frame) & 0xFF, (255 * y) / height, (128 + x - 2 * frame) & 0xFF);
                }
            }
        }
        return bytes.done();
    }

    private static byte[] tone(double seconds) {
        var bytes = Bytes.littleEndian();
        for (int i = 0; i < seconds * HERTZ; i++) {
            bytes.u16((int) (8000 * Math.sin(2 * Math.PI * 440 * i / HERTZ)));
        }
        return bytes.done();
    }

    private static String temporary(byte[] bytes) {
        try {
            var file = Files.createTempFile("samples", ".raw");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String[] more, String... first) {
        var all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
