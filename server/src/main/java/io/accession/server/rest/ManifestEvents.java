package io.accession.server.rest;

import io.accession.api.Json;
import io.accession.api.ManifestEvent;
import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.domain.RegistryError;
import io.accession.server.http.Call;
import io.accession.server.http.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The making of a manifest as lines of JSON. What was written is there at once but for the manifest's text. */
final class ManifestEvents {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PIECE = 1 << 20;
    private static final byte[] NEW_LINE = {'\n'};

    private final Call call;
    private final OutputStream out;
    private long lastProgress = System.nanoTime();

    ManifestEvents(Call call) {
        this.call = call;
        this.out = call.stream(ManifestEvent.MEDIA_TYPE);
    }

    void write(ManifestEvent event) throws IOException {
        out.write(Json.strict().writeValueAsBytes(event));
        out.write(NEW_LINE);
        if (!(event instanceof ManifestEvent.Text)) {
            out.flush();
        }
    }

    /** At most twice a second. */
    void progress(long objects) throws IOException {
        long now = System.nanoTime();
        if (now - lastProgress >= PAUSE.toNanos()) {
            lastProgress = now;
            write(new ManifestEvent.Progress(objects));
        }
    }

    /** Where the text of a manifest goes. What is written at once are whole characters. */
    OutputStream part(int number) throws IOException {
        write(new ManifestEvent.Part(number));
        return new TextEvents();
    }

    void fail(RegistryError error) throws IOException {
        fail(Problems.of(error));
    }

    /** The storage does not let us, or does not answer. */
    void fail(String message) throws IOException {
        fail(Problem.of(ProblemType.REQUEST_INVALID, message));
    }

    private void fail(Problem problem) throws IOException {
        write(new ManifestEvent.Failed(problem.of("/api/v1/manifests", call.requestId())));
    }

    /** Ends the answer. Not to be called when something unexpected came in between: nobody must take this for an answer then. */
    void end() throws IOException {
        out.close();
    }

    private final class TextEvents extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var text = new String(bytes, offset, length, StandardCharsets.UTF_8);
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + PIECE);
                to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
                ManifestEvents.this.write(new ManifestEvent.Text(text.substring(from, to)));
                from = to;
            }
        }
    }
}
