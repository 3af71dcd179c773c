package io.accession.server.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.accession.core.embedding.TextEncoder;
import io.accession.storage.http.AddressRefused;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import io.accession.storage.http.HttpRequest.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that answers as OpenAI's {@code /v1/embeddings} does. It is asked once for each call; what it answers is read up to {@value #MOST_BYTES}
 * bytes, and redirects are not followed.
 */
public final class EndpointEncoder implements TextEncoder {

    static final int MOST_BYTES = 16 << 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final URI url;
    private final String model;
    private final @Nullable Path tokenFile;
    private final GuardedHttp http;

    /** {@code tokenFile} is read for each call, so that a new token needs no new start. {@code http} is not closed. */
    public EndpointEncoder(URI url, String model, @Nullable Path tokenFile, GuardedHttp http) {
        this.url = url;
        this.model = model;
        this.tokenFile = tokenFile;
        this.http = http;
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public Kind kind() {
        return Kind.ENDPOINT;
    }

    @Override
    public Outcome encode(List<String> texts) {
        try (var answer = http.exchange(request(texts))) {
            return answer.status() == 200
                    ? vectors(answer, texts.size())
                    : failed("answered with the status " + answer.status() + ".");
        } catch (SocketTimeoutException e) {
            return failed("did not answer in time.");
        } catch (AddressRefused e) {
            return failed("may not be asked. " + e.getMessage());
        } catch (IOException e) {
            return failed("could not be asked: the connection failed or broke off.");
        }
    }

    private Outcome vectors(HttpAnswer answer, int texts) throws IOException {
        var body = answer.body().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return failed("answered with more than " + (MOST_BYTES >> 20) + " MiB.");
        }
        try {
            return new Outcome.Encoded(EmbeddingsAnswer.read(body, texts));
        } catch (JsonProcessingException e) {
            return failed("answered with something that is not JSON.");
        } catch (EmbeddingsAnswer.UnusableException e) {
            return failed("answered " + e.getMessage());
        }
    }

    private Outcome failed(String what) {
        return new Outcome.Failed("The text encoder '" + model + "' at " + url.getHost() + " " + what);
    }

    private HttpRequest request(List<String> texts) throws IOException {
        var body = JSON.objectNode().put("model", model).put("encoding_format", "float");
        texts.forEach(body.putArray("input")::add);
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        var headers = new ArrayList<>(
                List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json")));
        if (tokenFile != null) {
            headers.add(new Header("Authorization", "Bearer " + token(tokenFile)));
        }
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new HttpRequest(
                "POST",
                "https".equals(url.getScheme()),
                url.getHost(),
                url.getPort(),
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(),
                headers,
                new HttpRequest.Body(new ByteArrayInputStream(bytes), bytes.length));
    }

    private static String token(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
