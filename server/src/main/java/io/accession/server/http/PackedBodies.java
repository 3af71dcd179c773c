package io.accession.server.http;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.manifest.BodyCoding;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;

/** What requests say of how their bodies are compressed. */
final class PackedBodies {

    private PackedBodies() {}

    /** The coding of a body that was not refused. */
    static BodyCoding coding(Headers headers) {
        return BodyCoding.named(named(headers)).orElse(BodyCoding.IDENTITY);
    }

    static Optional<Problem> refusal(Operation operation, Headers headers) {
        var coding = BodyCoding.named(named(headers));
        if (operation.takesCompressed()) {
            return coding.isPresent()
                    ? Optional.empty()
                    : refusal("Bodies are accepted with the Content-Encoding gzip or zstd, or without one. Several at"
                            + " once are not known here.");
        }
        return coding.filter(BodyCoding.IDENTITY::equals).isPresent()
                ? Optional.empty()
                : refusal("Compressed bodies are not accepted here: send the body as it is, without Content-Encoding.");
    }

    private static Optional<Problem> refusal(String detail) {
        return Optional.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
    }

    private static String named(Headers headers) {
        return headers.contains(HeaderNames.CONTENT_ENCODING)
                ? String.join(",", headers.get(HeaderNames.CONTENT_ENCODING).allValues())
                : "identity";
    }
}
