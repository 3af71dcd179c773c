package io.accession.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.api.ManifestEvent;
import io.accession.api.NewManifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Manifests that the server makes out of what lies in a storage. */
public final class Manifests {

    private final Connection connection;

    Manifests(Connection connection) {
        this.connection = connection;
    }

    /** Takes what the server tells, in its order. May fail with an exception of its own, which ends the making. */
    @FunctionalInterface
    public interface Listener {
        void accept(ManifestEvent event) throws IOException;
    }

    /**
     * Returns when all was told. A manifest that cannot be made is a {@link RequestRefusedException}; one that ends early never passes for a whole
     * one.
     */
    public void create(NewManifest wish, Listener listener) throws IOException {
        var lines = new InputStreamReader(
                connection.stream(Route.to("manifests"), wish, ManifestEvent.MEDIA_TYPE), StandardCharsets.UTF_8);
        try (var reader = new BufferedReader(lines, 128 << 10)) {
            ManifestEvent event;
            do {
                event = next(reader);
                listener.accept(event);
            } while (!(event instanceof ManifestEvent.Ended));
        }
    }

    private ManifestEvent next(BufferedReader reader) {
        try {
            var line = reader.readLine();
            if (line == null) {
                throw broken("it ended before the manifest was whole.", null);
            }
            var event = Json.lenient().readValue(line, ManifestEvent.class);
            if (event instanceof ManifestEvent.Failed(var problem)) {
                throw new RequestRefusedException(problem);
            }
            return event;
        } catch (JsonProcessingException e) {
            throw broken(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ServerUnreachableException(
                    connection.server(), "the connection broke (" + e.getMessage() + ").", e);
        }
    }

    private UnexpectedAnswerException broken(String what, @Nullable Throwable cause) {
        return new UnexpectedAnswerException(connection.server(), what, cause);
    }
}
