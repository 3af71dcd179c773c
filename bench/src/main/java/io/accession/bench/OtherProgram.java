package io.accession.bench;

import io.accession.media.FfmpegPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that tells of one file what we tell of it: started once per file, as many at once as there are processors. */
record OtherProgram(List<String> command, Optional<Path> libraries) {

    /** Empty if this machine does not have it. The build brings ffprobe itself. */
    static Optional<OtherProgram> find(String name, FfmpegPrograms programs) {
        if (name.equals("ffprobe")) {
            var arguments = List.of("-v", "error", "-show_streams", "-show_format", "-of", "json");
            var command = Stream.concat(Stream.of(programs.ffprobe().toString()), arguments.stream())
                    .toList();
            return Optional.of(new OtherProgram(command, Optional.of(programs.libraryPath())));
        }
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(directory -> Path.of(directory, name))
                .filter(file -> !name.isEmpty() && Files.isExecutable(file))
                .findFirst()
                .map(file -> new OtherProgram(List.of(file.toString()), Optional.empty()));
    }

    double filesPerSecond(Path file, int files) throws InterruptedException, ExecutionException {
        int workers = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < files; i++) {
                runs.add(threads.submit(() -> run(file)));
            }
            for (var run : runs) {
                run.get();
            }
        }
        return files / ((System.nanoTime() - start) / 1e9);
    }

    private int run(Path file) throws IOException, InterruptedException {
        var full = new ArrayList<>(command);
        full.add(file.toString());
        var builder =
                new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        libraries.ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path.toString()));
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(command.getFirst() + " failed on " + file);
        }
        return exitCode;
    }
}
