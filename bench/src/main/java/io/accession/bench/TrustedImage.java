package io.accession.bench;

import io.accession.client.Manifest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** How long a job of one trusted image takes from the POST until it is DONE. */
record TrustedImage(BenchServer server) {

    private static final int JOBS = 25;

    double medianMillis() {
        var folder = server.folder("one image at a time");
        var integration = server.strictIntegration();
        var jobs = server.client().jobs();
        var millis = IntStream.range(0, JOBS)
                .mapToDouble(number -> {
                    var manifest = """
                            {"images": [{"objectUrl": "s3://one/%d.jpg", "imageMetadata": {"mimeType": "image/jpeg", \
                            "fileSize": 1, "width": 1, "height": 1}}]}""".formatted(number).getBytes(StandardCharsets.UTF_8);
                    var start = System.nanoTime();
                    var job = jobs.register(
                            folder, integration, true, Manifest.of("one.json", new ByteArrayInputStream(manifest)));
                    var ended = jobs.watch(job.id(), progress -> {});
                    var done = ended.endedAt();
                    return done == null ? Double.NaN : (System.nanoTime() - start) / 1e6;
                })
                .sorted()
                .toArray();
        return millis[JOBS / 2];
    }
}
