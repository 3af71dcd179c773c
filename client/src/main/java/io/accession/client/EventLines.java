package io.accession.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An answer that consists of lines of JSON, an event each. */
final class EventLines<E> {

    private final Connection connection;
    private final Class<E> type;

    EventLines(Connection connection, Class<E> type) {
        this.connection = connection;
        this.type = type;
    }

    /** Hands the events over until {@code isLast} says so; an answer that ends before that is not whole and fails. */
    void read(InputStream answer, Predicate<E> isLast) {
        try (var reader = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                if (isLast.test(Json.lenient().readValue(line, type))) {
                    return;
                }
                line = reader.readLine();
            }
        } catch (JsonProcessingException e) {
            throw broken(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ServerUnreachableException(
                    connection.server(), "the connection broke (" + e.getMessage() + ").", e);
        }
        throw broken("it ended too early.", null);
    }

    private UnexpectedAnswerException broken(String what, @Nullable Throwable cause) {
        return new UnexpectedAnswerException(connection.server(), what, cause);
    }
}
