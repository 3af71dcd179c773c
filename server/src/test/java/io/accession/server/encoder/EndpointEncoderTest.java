package io.accession.server.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.embedding.TextEncoder;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpTimeouts;
import io.accession.storage.http.OutboundGuard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointEncoderTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final EmbeddingService service = new EmbeddingService();
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private final GuardedHttp http = client(LONG);

    @TempDir
    private Path files;

    @AfterEach
    void close() {
        http.close();
        watch.shutdownNow();
        service.close();
    }

    private GuardedHttp client(Duration patience) {
        return new GuardedHttp(
                new OutboundGuard(Set::of),
                true,
                new HttpTimeouts(patience, patience, patience),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                watch);
    }

    private EndpointEncoder encoder() {
        return new EndpointEncoder(service.url(), "counter", null, http);
    }

    private static String failure(TextEncoder encoder) {
        return switch (encoder.encode(List.of("abc"))) {
            case TextEncoder.Outcome.Encoded encoded -> throw new AssertionError(encoded);
            case TextEncoder.Outcome.Failed(var reason) -> reason;
        };
    }

    private static List<float[]> vectors(TextEncoder.Outcome outcome) {
        assertThat(outcome).isInstanceOf(TextEncoder.Outcome.Encoded.class);
        return ((TextEncoder.Outcome.Encoded) outcome).vectors();
    }

    @Test
    void textsAreAskedForTogetherAndVectorsComeInTheirOrder() throws IOException {
        var token = Files.writeString(files.resolve("token"), "open sesame\n");
        var encoder = new EndpointEncoder(service.url(), "counter", token, http);

        var vectors = vectors(encoder.encode(List.of("aab", "c ca")));

        assertThat(vectors).containsExactly(new float[] {2, 1, 0}, new float[] {1, 0, 2});
        assertThat(service.requests())
                .singleElement()
                .hasToString("{\"model\":\"counter\",\"encoding_format\":\"float\",\"input\":[\"aab\",\"c ca\"]}");
        assertThat(service.tokens()).containsExactly("Bearer open sesame");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data": [{"embedding": [1, "NaN"]}]}                  | something at 1 that is no finite number
            {"data": [{"embedding": [1, 1e39]}]}                   | something at 1 that is no finite number
            {"data": [{"embedding": [0, 0]}]}                      | zeros
            {"data": [{"embedding": []}]}                          | no list of 1 to 4096 numbers
            {"data": [{"embedding": "AACAPw=="}]}                  | no list of 1 to 4096 numbers
            {"data": []}                                           | a list of one embedding for each text
            {"data": [{"embedding": [1]}, {"embedding": [1]}]}     | a list of one embedding for each text
            {"data": [{"index": 7, "embedding": [1]}]}             | 'index'
            {"error": {"message": "no such model"}}                | a list of one embedding for each text
            {"data": [                                             | not JSON
            <html>                                                 | not JSON
            """)
    void anAnswerThatIsNoVectorIsTold(String body, String reason) {
        service.answers(body);

        assertThat(failure(encoder()))
                .startsWith("The text encoder 'counter' at 127.0.0.1 answered")
                .contains(reason);
    }

    @Test
    void anAnswerThatIsTooLongIsNotReadToItsEnd() {
        service.answers(_ -> new byte[EndpointEncoder.MOST_BYTES + 100]);

        assertThat(failure(encoder())).endsWith("answered with more than 16 MiB.");
    }

    @ParameterizedTest
    @CsvSource({"500", "404", "302"})
    void aServiceThatFailsOrSendsElsewhereIsToldByItsStatus(int status) {
        service.answersWith(status);

        assertThat(failure(encoder())).endsWith("answered with the status " + status + ".");
    }

    @Test
    void aServiceThatIsSlowIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        service.answers(_ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        });

        try (var impatient = client(SHORT)) {
            assertThat(failure(new EndpointEncoder(service.url(), "counter", null, impatient)))
                    .endsWith("did not answer in time.");
        }
        never.countDown();
    }

    @Test
    void aServiceThatIsNotThereOrMustNotBeReadIsTold() {
        var url = service.url();
        service.close();

        assertThat(failure(new EndpointEncoder(url, "gone", null, http)))
                .startsWith("The text encoder 'gone' at 127.0.0.1 could not be asked");
        assertThat(failure(new EndpointEncoder(URI.create("http://169.254.169.254/x"), "cloud", null, http)))
                .contains("may not be asked")
                .contains("never read");
        assertThat(failure(new EndpointEncoder(url, "locked", files.resolve("missing"), http)))
                .contains("could not be asked");
    }

    @Test
    void whatWasAskedForBeforeIsRemembered() {
        var encoder = new RememberingEncoder(encoder());

        var first = vectors(encoder.encode(List.of("a", "b")));
        var again = vectors(encoder.encode(List.of("b")));

        assertThat(again).containsExactly(first.getLast());
        assertThat(service.requests()).hasSize(1);
        service.answersWith(500);
        assertThat(failure(encoder)).contains("500");
        service.answersWith(200);
        assertThat(vectors(encoder.encode(List.of("abc")))).containsExactly(new float[] {1, 1, 1});
    }
}
