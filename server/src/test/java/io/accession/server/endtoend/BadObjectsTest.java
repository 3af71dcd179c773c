package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.TOLERANT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One job full of bad input of every kind. */
final class BadObjectsTest {

    private static final long MOST_REQUESTS = 400;
    private static final long MOST_BYTES = 64L << 20;

    private static final Map<String, String> EXTENSIONS = Map.of(
            "images",
            "png",
            "videos",
            "mp4",
            "audio",
            "mp3",
            "pdfs",
            "pdf",
            "text",
            "txt",
            "nifti",
            "nii",
            "dicom_series",
            "dcm");

    @TempDir
    static Path data;

    private final Map<String, List<String>> entries = new LinkedHashMap<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    private void bad(String kind, String name, byte[] bytes, String code) throws IOException {
        var file = kind + "-" + name + "." + EXTENSIONS.get(kind);
        Files.write(data.resolve("bad").resolve(file), bytes);
        entries.computeIfAbsent(kind, any -> new ArrayList<>()).add(file);
        expected.put(file, code);
    }

    private void makeObjects() throws IOException {
        Files.createDirectories(data.resolve("bad"));
        for (var kind : EXTENSIONS.keySet().stream().sorted().toList()) {
            bad(kind, "empty", new byte[0], "OBJECT_EMPTY");
            if (!kind.equals("text")) {
                bad(kind, "page", BadObjects.PAGE, "KIND_MISMATCH");
            }
        }
        bad("images", "cut", BadObjects.cut("images/rings.png", 20), "OBJECT_TRUNCATED");
        bad("images", "flipped", BadObjects.flipped("images/rings.png", 8, 33), "OBJECT_DAMAGED");
        bad("images", "huge", BadObjects.png(100_000, 100_000), "OBJECT_TRUNCATED");
        bad("videos", "cut", BadObjects.cut("videos/drift.mp4", 40), "OBJECT_DAMAGED");
        bad("videos", "flipped", BadObjects.flipped("videos/vp9.webm", 4, 400), "OBJECT_DAMAGED");
        bad("videos", "boxes", BadObjects.movieWithLyingBox(), "OBJECT_TRUNCATED");
        bad("audio", "cut", BadObjects.cut("audio/tone.wav", 20), "OBJECT_DAMAGED");
        bad("audio", "picture", BadObjects.sample("images/dawn.jpg"), "KIND_MISMATCH");
        bad("pdfs", "cut", BadObjects.cut("pdfs/log.pdf", 200), "OBJECT_TRUNCATED");
        bad("pdfs", "table", BadObjects.pdfWithLyingTable(), "OBJECT_DAMAGED");
        bad("pdfs", "encrypted", BadObjects.encryptedPdf(), "OBJECT_ENCRYPTED");
        bad("text", "binary", BadObjects.noise(), "KIND_MISMATCH");
        bad("nifti", "cut", BadObjects.cut("nifti/ball.nii.gz", 100), "OBJECT_TRUNCATED");
        bad("nifti", "bomb", BadObjects.bomb(64), "KIND_MISMATCH");
        bad("dicom_series", "cut", BadObjects.cut("dicom/slice-0.dcm", 300), "OBJECT_TRUNCATED");
        bad("dicom_series", "nested", BadObjects.nestedDicom(5_000), "OBJECT_DAMAGED");
    }

    private String manifest() {
        return entries.entrySet().stream()
                .map(kind -> "\"" + kind.getKey() + "\":["
                        + kind.getValue().stream()
                                .map(file -> entry(kind.getKey(), file))
                                .collect(joining(","))
                        + "]")
                .collect(joining(",", "{", "}"));
    }

    private static String entry(String kind, String file) {
        return kind.equals("dicom_series")
                ? "{\"title\":\"" + file + "\",\"objectUrl_0\":\"" + file + "\"}"
                : "{\"objectUrl\":\"" + file + "\"}";
    }

    @Test
    void everyBadObjectEndsInItsCodeAndTheServerGoesOn() throws Exception {
        makeObjects();
        try (var database = TestDatabase.migrated();
                var server = OwnServer.start(data, database.address())) {
            var visitor = server.visitor();
            var folder = visitor.folder();

            var job = visitor.register(folder, visitor.directory(data.resolve("bad")), TOLERANT, manifest());

            var failed = new LinkedHashMap<String, String>();
            visitor.failures(job)
                    .forEach(failure -> failed.put(failure.objectUrls().getFirst(), failure.code()));
            assertThat(failed).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
            assertThat(job.counts().failed()).isEqualTo(expected.size());
            assertThat(job.cost().requests()).isLessThan(MOST_REQUESTS);
            assertThat(job.cost().bytes()).isLessThan(MOST_BYTES);
            assertThat(visitor.titles(folder)).isEmpty();
            assertThat(isHealthy(visitor)).isTrue();
            assertThat(decoders()).isEmpty();
        }
    }

    private static boolean isHealthy(Visitor visitor) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(visitor.address().resolve("/observe/health/ready"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static Stream<String> decoders() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().commandLine().stream())
                .filter(command -> command.contains("ffprobe") || command.contains("ffmpeg"));
    }
}
