package io.accession.server.media;

import io.accession.core.object.ObjectStat;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which state of an object its receiver knows or wants (RFC 9110, section 13). */
record Validators(@Nullable String etag, @Nullable Instant modified) {

    enum Outcome {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    static Validators of(ObjectStat stat) {
        var modified = stat.lastModified();
        return new Validators(stat.etag(), modified == null ? null : modified.truncatedTo(ChronoUnit.SECONDS));
    }

    Optional<String> lastModified() {
        return Optional.ofNullable(modified)
                .map(time -> DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    }

    /** In the order of section 13.2.2. */
    Outcome evaluate(Function<HeaderName, Optional<String>> headers) {
        var match = headers.apply(HeaderNames.IF_MATCH);
        var unmodified = headers.apply(HeaderNames.IF_UNMODIFIED_SINCE).flatMap(Validators::time);
        if (match.isPresent() ? !names(match.get(), false) : unmodified.isPresent() && isNewerThan(unmodified.get())) {
            return Outcome.FAILED;
        }
        var noneMatch = headers.apply(HeaderNames.IF_NONE_MATCH);
        var since = headers.apply(HeaderNames.IF_MODIFIED_SINCE).flatMap(Validators::time);
        boolean known = noneMatch.isPresent()
                ? names(noneMatch.get(), true)
                : since.isPresent() && modified != null && !isNewerThan(since.get());
        return known ? Outcome.NOT_MODIFIED : Outcome.SEND;
    }

    /** Whether a part fits what the receiver has of the object; {@code ifRange} is an entity tag or a time. */
    boolean continues(String ifRange) {
        return ifRange.equals(etag)
                || time(ifRange).filter(time -> time.equals(modified)).isPresent();
    }

    private boolean names(String tags, boolean weakly) {
        return tags.strip().equals("*")
                || Stream.of(tags.split(","))
                        .map(String::strip)
                        .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals(etag));
    }

    private boolean isNewerThan(Instant time) {
        return modified != null && modified.isAfter(time);
    }

    /** What is no time does not count. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
