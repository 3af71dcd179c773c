package io.accession.server.endtoend;

import io.accession.media.FfmpegPrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short videos of 160 × 90 pixels, made by the programs that a server has unpacked, or would unpack, below its data directory. */
record Films(Path data) {

    private static final int FRAMES = 40;
    private static final int SIDES = 160 * 90;

    /** Whose second half is three times as slow. */
    byte[] variable() {
        return encoded("-vf", "setpts='if(lt(N,20),N,20+(N-20)*3)/(25*TB)'", "-fps_mode", "vfr");
    }

    byte[] constant() {
        return encoded("-movflags", "+faststart");
    }

    /** As {@link #constant} says all headers, but its frames are no frames. */
    byte[] damaged() {
        var film = constant();
        Arrays.fill(film, film.length / 2, film.length, (byte) 0x5A);
        return film;
    }

    private byte[] encoded(String... more) {
        try {
            var programs = FfmpegPrograms.unpack(data.resolve("media"));
            var output = Files.createTempFile("film", ".mp4");
            var command = new ArrayList<>(List.of(programs.ffmpeg().toString(), "-v", "error", "-y"));
            command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "gray", "-video_size", "160x90"));
            command.addAll(List.of("-framerate", "25", "-i", "pipe:0"));
            command.addAll(Arrays.asList(more));
            command.addAll(List.of("-c:v", "libopenh264", "-pix_fmt", "yuv420p", output.toString()));
            var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
            var process = builder.start();
            try (var input = process.getOutputStream()) {
                pictures().writeTo(input);
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the film could not be made: " + command);
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

    private static ByteArrayOutputStream pictures() {
        var bytes = new ByteArrayOutputStream(FRAMES * SIDES);
        for (int i = 0; i < FRAMES * SIDES; i++) {
            bytes.write((i % 160) * 2 + 5 * (i / SIDES));
        }
        return bytes;
    }
}
