package io.accession.bench;

import io.accession.client.Manifest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** How long a job of one trusted image takes from the POST until it is DONE. */
record TrustedImage(BenchServer server) {

    private static final int JOBS = 25;

    double medianMillis() {
        var folder = server.folder("one image at a time");
        var integration = server.strictIntegration();
        var jobs = server.client().jobs();
        var timings = new Timings();
        for (int number = 0; number < JOBS; number++) {
            var manifest = """
                    {"images": [{"objectUrl": "s3://one/%d.jpg", "imageMetadata": {"mimeType": "image/jpeg", \
                    "fileSize": 1, "width": 1, "height": 1}}]}""".formatted(number).getBytes(StandardCharsets.UTF_8);
            timings.time(() -> {
                var job = jobs.register(
                        folder, integration, true, Manifest.of("one.json", new ByteArrayInputStream(manifest)));
                jobs.watch(job.id(), progress -> {});
            });
        }
        return timings.median();
    }
}
