package io.accession.bench;

import io.accession.client.Manifest;
import io.accession.media.FfmpegPrograms;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** How fast images of a local directory are probed, beside one {@code ffprobe} per file over some of the same files. */
record ProbeMeasurement(Path root, int images) implements AutoCloseable {

    private static final int FFPROBE_FILES = 60;

    /** What came of it. The ratio of the two rates is what counts. */
    record Probed(double imagesPerSecond, double ffprobePerSecond, double requestsPerImage, double kibPerImage) {}

    static ProbeMeasurement prepare(Path root, int images) throws IOException {
        Files.createDirectories(root);
        var random = new Random(11);
        for (int i = 0; i < images; i++) {
            var image =
                    new BufferedImage(64 + random.nextInt(400), 64 + random.nextInt(400), BufferedImage.TYPE_INT_RGB);
            var canvas = image.createGraphics();
            canvas.setColor(new Color(random.nextInt(1 << 24)));
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight() / 2);
            canvas.dispose();
            var format = i % 2 == 0 ? "jpg" : "png";
            ImageIO.write(image, format, root.resolve(i + "." + format).toFile());
        }
        return new ProbeMeasurement(root, images);
    }

    Probed measure(BenchServer server) throws IOException, InterruptedException {
        var integration = server.localIntegration(root);
        var jobs = server.client().jobs();
        var manifest = manifest();
        var warmUp = jobs.register(server.folder("probe warm-up"), integration, true, open(manifest));
        jobs.watch(warmUp.id(), progress -> {});
        var start = System.nanoTime();
        var job = jobs.register(server.folder("probe"), integration, true, open(manifest));
        var ended = jobs.watch(job.id(), progress -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (ended.counts().registered() != images) {
            throw new IllegalStateException("of " + images + " images came " + ended.counts());
        }
        return new Probed(
                images / seconds,
                FFPROBE_FILES / ffprobeSeconds(),
                (double) ended.cost().requests() / images,
                ended.cost().bytes() / 1024.0 / images);
    }

    private static Manifest open(String manifest) {
        return Manifest.of("probe.json", new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    private String manifest() {
        return IntStream.range(0, images)
                .mapToObj(i -> "{\"objectUrl\": \"%d.%s\"}".formatted(i, i % 2 == 0 ? "jpg" : "png"))
                .collect(Collectors.joining(",", "{\"images\": [", "]}"));
    }

    private double ffprobeSeconds() throws IOException, InterruptedException {
        var programs = FfmpegPrograms.unpack(root.resolveSibling("programs"));
        var start = System.nanoTime();
        for (int i = 0; i < FFPROBE_FILES; i++) {
            var file = root.resolve(i + (i % 2 == 0 ? ".jpg" : ".png"));
            if (ffprobe(programs, file).waitFor() != 0) {
                throw new IllegalStateException("ffprobe failed on " + file);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Process ffprobe(FfmpegPrograms programs, Path file) throws IOException {
        var program = programs.ffprobe().toString();
        var builder = new ProcessBuilder(
                        program, "-v", "error", "-show_streams", "-show_format", "-of", "json", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
        return builder.start();
    }

    /** The files lie in the bench's directory and go with it. */
    @Override
    public void close() {}
}
