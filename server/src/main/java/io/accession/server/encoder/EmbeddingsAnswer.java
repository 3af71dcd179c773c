package io.accession.server.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.core.schema.FieldType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What a service says of texts: {@code {"data": [{"index": 0, "embedding": [0.1, …]}, …]}}. */
final class EmbeddingsAnswer {

    private EmbeddingsAnswer() {}

    /** Goes on after "answered". */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableException(String message) {
            super(message);
        }
    }

    /** One vector for each text, in the order of the texts. */
    static List<float[]> read(byte[] body, int texts) throws IOException, UnusableException {
        var data = Json.lenient().readTree(body).path("data");
        if (!data.isArray() || data.size() != texts) {
            throw new UnusableException("without 'data', a list of one embedding for each text.");
        }
        var vectors = new float[texts][];
        for (int i = 0; i < texts; i++) {
            int index = data.get(i).path("index").asInt(i);
            if (index < 0 || index >= texts || vectors[index] != null) {
                throw new UnusableException("with embeddings whose 'index' is none of a text, or twice the same.");
            }
            vectors[index] = vector(data.get(i).path("embedding"));
        }
        return Arrays.asList(vectors);
    }

    private static float[] vector(JsonNode numbers) throws UnusableException {
        if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > FieldType.Embedding.MOST) {
            throw new UnusableException(
                    "with an embedding that is no list of 1 to " + FieldType.Embedding.MOST + " numbers.");
        }
        var vector = new float[numbers.size()];
        boolean isZero = true;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).isNumber() ? numbers.get(i).floatValue() : Float.NaN;
            isZero &= vector[i] == 0;
            if (!Float.isFinite(vector[i])) {
                throw new UnusableException(
                        "with an embedding that has something at " + i + " that is no finite number.");
            }
        }
        if (isZero) {
            throw new UnusableException("with an embedding of zeros, which points nowhere.");
        }
        return vector;
    }
}
