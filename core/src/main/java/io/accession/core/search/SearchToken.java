package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Positions as texts that belong to one search and are opaque to callers. */
record SearchToken(String search) {

    private static final int HASH_BYTES = 8;

    /** {@code json} is the search; only what decides about its hits and their order counts. */
    static SearchToken of(@Nullable Object json) {
        var identity = json instanceof Map<?, ?> search
                ? Stream.of("filter", "similar", "frames", "sort", "by", "threshold", "withMembers")
                        .map(name -> name + '=' + search.get(name))
                        .collect(Collectors.joining("\n"))
                : "";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return new SearchToken(HexFormat.of().formatHex(hash, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String text(SearchPosition position) {
        var frame = position.frame() == null ? "" : position.frame().toString();
        var plain = String.join("\n", search, position.item().toString(), frame, value(position.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is not what {@link #text} gave for this search. */
    Optional<SearchPosition> read(String text) {
        try {
            var plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            var parts = plain.split("\n", 4);
            return parts.length == 4 && parts[0].equals(search)
                    ? Optional.of(new SearchPosition(
                            value(parts[3]),
                            new ItemId(UUID.fromString(parts[1])),
                            parts[2].isEmpty() ? null : Long.valueOf(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String value(@Nullable TypedValue value) {
        return switch (value) {
            case null -> "-";
            case TypedValue.Flag(var flag) -> "f" + flag;
            case TypedValue.Moment(var moment) -> "m" + moment;
            case TypedValue.Quantity(var number) -> "q" + number;
            case TypedValue.Words(var words) -> "w" + words;
            case TypedValue.Id _, TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("nothing is sorted by such values");
        };
    }

    private static @Nullable TypedValue value(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a token without a value");
        }
        var rest = text.substring(1);
        return switch (text.charAt(0)) {
            case '-' -> null;
            case 'f' -> new TypedValue.Flag(Boolean.parseBoolean(rest));
            case 'm' -> new TypedValue.Moment(Instant.parse(rest));
            case 'q' -> new TypedValue.Quantity(Double.parseDouble(rest));
            case 'w' -> new TypedValue.Words(rest);
            default -> throw new IllegalArgumentException("a token of no kind");
        };
    }
}
