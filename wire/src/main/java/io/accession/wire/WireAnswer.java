package io.accession.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What goes back: JSON in every case. */
public sealed interface WireAnswer {

    /** {@code headers} are those beside the content type. */
    record Whole(int status, Map<String, String> headers, String json) implements WireAnswer {
        public Whole {
            headers = Map.copyOf(headers);
        }

        public Whole(int status, String json) {
            this(status, Map.of(), json);
        }
    }

    /** Status 200 and a body that does not fit into memory. Once it has begun, nothing can become an error any more. */
    record Streamed(Body body) implements WireAnswer {}

    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
