package io.accession.storage;

import io.accession.core.object.ObjectStat;
import io.accession.storage.http.HttpAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads what the headers of a plain web server tell of an object. Headers that make no sense count as absent. */
final class WebHeaders {

    private WebHeaders() {}

    static RangedAnswer ranged(HttpAnswer answer) {
        return new RangedAnswer(
                answer.status(), answer.header("content-range"), stat(answer, length(answer.header("content-length"))));
    }

    /** Of an answer 416, whose size stands behind the slash: {@code bytes *}{@code /1234}. */
    static ObjectStat statPastTheEnd(HttpAnswer answer) {
        String range = answer.header("content-range");
        return stat(answer, range == null ? -1 : length(range.substring(range.lastIndexOf('/') + 1)));
    }

    private static ObjectStat stat(HttpAnswer answer, long bytes) {
        // The content type of an error page is not the object's.
        String contentType = answer.status() == 416 ? null : answer.header("content-type");
        return new ObjectStat(bytes, answer.header("etag"), instant(answer.header("last-modified")), contentType);
    }

    private static long length(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
