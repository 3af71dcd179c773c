package io.accession.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A manifest of images with complete media metadata and about 200 bytes of client metadata each: the same for the same number of
 * images. About 400 bytes per image.
 */
record TrustedManifest(Path file, int images) {

    static TrustedManifest write(Path file, int images) throws IOException {
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("{\"skip_duplicate_urls\": true, \"images\": [\n".getBytes(StandardCharsets.UTF_8));
            var random = new Random(7);
            for (int i = 0; i < images; i++) {
                writeImage(out, random, i);
            }
            out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        }
        return new TrustedManifest(file, images);
    }

    private static void writeImage(OutputStream out, Random random, int i) throws IOException {
        var image = """
                %s{"objectUrl": "s3://fleet-recordings-eu/drives/2026/%03d/camera-%d/%08d.jpg", \
                "imageMetadata": {"mimeType": "image/jpeg", "fileSize": %d, "width": 1920, "height": 1080}, \
                "clientMetadata": {"site": "site-%02d", "weather": "%s", "speed": %.3f, "captured_at": \
                "2026-03-%02dT%02d:%02d:00Z", "vehicle": "truck-%04d", "tags": ["front", "day", "rev-%d"], \
                "note": "%016x%016x"}}""".formatted(
                        i == 0 ? "" : ",\n",
                        i / 10_000,
                        i % 6,
                        i,
                        100_000 + random.nextInt(900_000),
                        random.nextInt(40),
                        WEATHER[random.nextInt(WEATHER.length)],
                        random.nextDouble() * 120,
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(2_000),
                        random.nextInt(9),
                        random.nextLong(),
                        random.nextLong());
        out.write(image.getBytes(StandardCharsets.UTF_8));
    }

    private static final String[] WEATHER = {"sunny", "overcast", "rain", "fog", "snow"};
}
