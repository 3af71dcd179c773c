package io.accession.core.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code $encord.config}. What does not fit is told, and the default holds. */
final class FrameSamplingReading {

    /** Samples per second that are told apart: a millionth. */
    private static final int DECIMALS = 6;

    /** More than any camera has. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?");

    private final JsonParser json;
    private final List<MetadataFault> faults;

    FrameSamplingReading(JsonParser json, List<MetadataFault> faults) {
        this.json = json;
        this.faults = faults;
    }

    /** The parser stands at the value, and at its end afterwards. */
    FrameSampling read() throws IOException {
        var perSecond = FrameSampling.DEFAULT.perSecond();
        var naming = FrameSampling.DEFAULT.naming();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                fault("", "An object with sampling_rate and keyframe_mode is expected.");
            }
            json.skipChildren();
            return FrameSampling.DEFAULT;
        }
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            boolean isThere = json.nextToken() != JsonToken.VALUE_NULL;
            if (isThere && key.equals("sampling_rate")) {
                perSecond = perSecond().orElse(perSecond);
            } else if (isThere && key.equals("keyframe_mode")) {
                naming = naming().orElse(naming);
            }
            json.skipChildren();
        }
        return new FrameSampling(perSecond, naming);
    }

    private Optional<BigDecimal> perSecond() throws IOException {
        var text = json.currentToken().isScalarValue() ? json.getText().strip() : "";
        if (NUMBER.matcher(text).matches()) {
            var number = new BigDecimal(text).setScale(DECIMALS, RoundingMode.HALF_UP);
            if (number.compareTo(MOST) <= 0) {
                return Optional.of(number);
            }
        }
        fault("sampling_rate", "Samples per second are expected, 0 to 1,000: 1 is used.");
        return Optional.empty();
    }

    private Optional<FrameSampling.Naming> naming() throws IOException {
        var text =
                json.currentToken() == JsonToken.VALUE_STRING ? json.getText().strip() : "";
        return switch (text) {
            case "frame" -> Optional.of(FrameSampling.Naming.FRAME);
            case "seconds" -> Optional.of(FrameSampling.Naming.SECONDS);
            default -> {
                fault("keyframe_mode", "'frame' or 'seconds' is expected: 'frame' is used.");
                yield Optional.empty();
            }
        };
    }

    private void fault(String key, String message) {
        var pointer = key.isEmpty()
                ? SchemaFaults.pointer("$encord", "config")
                : SchemaFaults.pointer("$encord", "config", key);
        faults.add(new MetadataFault(pointer, message, false));
    }
}
