package io.accession.core.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a sidecar says: one JSON object in UTF-8, with nothing in it that PostgreSQL's jsonb cannot hold. */
final class SidecarText {

    private static final JsonFactory JSON = new JsonFactory();

    /** PostgreSQL manual, section 8.1: digits before and after the point of a numeric. */
    private static final int WHOLE_DIGITS = 131_072;

    private static final int FRACTION_DIGITS = 16_383;

    private SidecarText() {}

    /** The message says what is wrong. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }

        /** Never absent. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    static String read(byte[] bytes) throws UnreadableException {
        String text = decoded(bytes);
        try (var in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("It is no JSON object.");
            }
            int depth = 1;
            while (depth > 0) {
                var token = in.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                check(token, in);
            }
            if (in.nextToken() != null) {
                throw new UnreadableException("Something follows its JSON object.");
            }
            return text;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new UnreadableException("It is no JSON: line " + place.getLineNr() + ", column " + place.getColumnNr()
                    + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableException("It cannot be read as JSON.");
        }
    }

    private static String decoded(byte[] bytes) throws UnreadableException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("It is no UTF-8.");
        }
    }

    private static void check(JsonToken token, JsonParser in) throws IOException, UnreadableException {
        if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
            if (in.getText().codePoints().anyMatch(c -> c == 0 || isHalf(c))) {
                throw new UnreadableException("It holds U+0000 or half of a character, which PostgreSQL cannot store.");
            }
        } else if (token.isNumeric() && !isStorable(in.getText())) {
            throw new UnreadableException("It holds a number that PostgreSQL cannot store.");
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isStorable(String number) {
        try {
            var value = new BigDecimal(number);
            return (long) value.precision() - value.scale() <= WHOLE_DIGITS && value.scale() <= FRACTION_DIGITS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
