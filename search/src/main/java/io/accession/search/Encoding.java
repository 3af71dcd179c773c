package io.accession.search;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.ValueKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** How values stand in the index. Terms sort as their values do. */
final class Encoding {

    /** What Lucene takes of a term. */
    private static final int LONGEST_TERM = 32_766;

    private static final int DIGEST_LENGTH = 64;
    private static final int MOST_BYTES_OF_CHARACTER = 3; // of a char in UTF-8

    /** Some 290,000 years either way, with room for what lies just beyond. */
    private static final long UTMOST = Long.MAX_VALUE - 1_000_000;

    private static final Instant EARLIEST = moment(-UTMOST);
    private static final Instant LATEST = moment(UTMOST);

    private Encoding() {}

    static BytesRef term(UUID id) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID id(BytesRef term) {
        var bytes = ByteBuffer.wrap(term.bytes, term.offset, term.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static BytesRef term(boolean flag) {
        return new BytesRef(new byte[] {(byte) (flag ? 1 : 0)});
    }

    /** A text that is too long is cut, and told from others that begin alike by its digest. What was cut before stays as it is. */
    static BytesRef term(String text) {
        var term = new BytesRef(text);
        return term.length <= LONGEST_TERM ? term : new BytesRef(cut(text) + digest(text));
    }

    private static String cut(String text) {
        int end = (LONGEST_TERM - DIGEST_LENGTH) / MOST_BYTES_OF_CHARACTER;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    static TypedValue value(ValueKind kind, BytesRef term) {
        return switch (kind) {
            case BOOLEAN -> new TypedValue.Flag(term.bytes[term.offset] == 1);
            case UUID -> new TypedValue.Id(id(term));
            case ENUM, VARCHAR -> new TypedValue.Words(term.utf8ToString());
            case DATETIME, NUMBER, TEXT, GEOSPATIAL, EMBEDDING ->
                throw new IllegalArgumentException("values of kind " + kind + " are no terms");
        };
    }

    /** Of a value that is found as a whole. */
    static BytesRef term(TypedValue value) {
        return switch (value) {
            case TypedValue.Flag(var flag) -> term(flag);
            case TypedValue.Id(var id) -> term(id);
            case TypedValue.Words(var text) -> term(text);
            case TypedValue.Moment _, TypedValue.Quantity _, TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("found by their place on a scale, not as a whole: " + value);
        };
    }

    /** A number as an integer whose order is the same. Zero has one form. */
    static long number(double value) {
        return NumericUtils.doubleToSortableLong(value + 0.0);
    }

    static double number(long stored) {
        return NumericUtils.sortableLongToDouble(stored);
    }

    /** Microseconds; moments too far off for them stand at the ends. */
    static long moment(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return -UTMOST;
        }
        return moment.isAfter(LATEST)
                ? UTMOST
                : Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }

    static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Half of an id as a number whose order is that of the bytes. */
    static long half(long bits) {
        return bits ^ Long.MIN_VALUE;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
