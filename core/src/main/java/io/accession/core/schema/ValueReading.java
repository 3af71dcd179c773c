package io.accession.core.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one value as its key's type wants it. Afterwards the parser stands at the value's end, whatever it was. */
final class ValueReading {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,5})?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Numbers as texts that are longer say nothing more to a double. */
    private static final int NUMBER_LENGTH = 400;

    private final JsonParser json;
    private final String parent;
    private final String key;
    private final List<MetadataFault> faults;

    /** {@code parent} points to the object that has the key. */
    ValueReading(JsonParser json, String parent, String key, List<MetadataFault> faults) {
        this.json = json;
        this.parent = parent;
        this.key = key;
        this.faults = faults;
    }

    /** Null where there is no value, or none that fits. */
    @Nullable
    TypedValue read(FieldType.Declared type) throws IOException {
        return switch (type) {
            case FieldType.Scalar(var scalar) -> scalar(scalar);
            case FieldType.Strict(var scalar) -> scalar(scalar);
            case FieldType.StrictNumber(var format) -> number(format);
            case FieldType.StrictVarchar(var length) -> words(length);
            case FieldType.User _ -> words(Integer.MAX_VALUE);
            case FieldType.Enumeration(var values) -> option(values);
            case FieldType.Embedding(var size, var _) -> vector(size);
            case FieldType.Geospatial _ -> place();
        };
    }

    private @Nullable TypedValue scalar(ScalarType type) throws IOException {
        return switch (type) {
            case BOOLEAN -> flag();
            case DATETIME -> moment();
            case NUMBER -> number(FieldType.NumberFormat.F64);
            case UUID -> id();
            case VARCHAR -> words(FieldType.StrictVarchar.MOST);
            case TEXT -> words(Integer.MAX_VALUE);
        };
    }

    private @Nullable TypedValue flag() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> new TypedValue.Flag(true);
            case VALUE_FALSE -> new TypedValue.Flag(false);
            case VALUE_STRING ->
                switch (json.getText()) {
                    case "true" -> new TypedValue.Flag(true);
                    case "false" -> new TypedValue.Flag(false);
                    default -> misfit("true or false");
                };
            case null, default -> misfit("true or false");
        };
    }

    private @Nullable TypedValue moment() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return misfit("a date and time of ISO 8601");
        }
        var moment = Datetimes.parse(json.getText());
        return moment.isPresent() ? new TypedValue.Moment(moment.get()) : misfit("a date and time of ISO 8601");
    }

    private @Nullable TypedValue number(FieldType.NumberFormat format) throws IOException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return finite(Double.parseDouble(json.getText()), format);
        }
        if (token == JsonToken.VALUE_STRING) {
            var text = json.getText().strip();
            if (text.length() <= NUMBER_LENGTH && NUMBER.matcher(text).matches()) {
                var number = finite(Double.parseDouble(text), format);
                if (number != null) {
                    warn("A number is expected, got it as a text.");
                }
                return number;
            }
        }
        return misfit("a number");
    }

    private @Nullable TypedValue finite(double value, FieldType.NumberFormat format) throws IOException {
        boolean fits = format == FieldType.NumberFormat.F32 ? Float.isFinite((float) value) : Double.isFinite(value);
        return fits
                ? new TypedValue.Quantity(value)
                : misfit(format == FieldType.NumberFormat.F32 ? "a number of 32 bits" : "a number of 64 bits");
    }

    private @Nullable TypedValue id() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                        && ID.matcher(json.getText()).matches()
                ? new TypedValue.Id(UUID.fromString(json.getText()))
                : misfit("a UUID");
    }

    private @Nullable TypedValue words(int most) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return misfit("a text");
        }
        var text = json.getText();
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? new TypedValue.Words(text)
                : misfit("a text of at most " + most + " characters");
    }

    private @Nullable TypedValue option(List<String> values) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING && values.contains(json.getText())
                ? new TypedValue.Words(json.getText())
                : misfit("one of the " + values.size() + " values of the enum");
    }

    private @Nullable TypedValue vector(int size) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return misfit("a list of " + size + " numbers");
        }
        var vector = new float[size];
        int length = 0;
        boolean isSound = true;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            boolean isNumber = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
            float number = isNumber ? Float.parseFloat(json.getText()) : Float.NaN;
            isSound &= Float.isFinite(number);
            if (length < size) {
                vector[length] = number;
            }
            length++;
            json.skipChildren();
        }
        if (length != size) {
            return fault("A list of " + size + " numbers is expected, got " + length + ".");
        }
        if (!isSound) {
            return fault("A list of " + size + " numbers of 32 bits is expected, got other values among them.");
        }
        if (isZero(vector)) {
            warn("All numbers are 0: a vector without a direction is similar to nothing.");
        }
        return new TypedValue.Vector(vector);
    }

    private static boolean isZero(float[] vector) {
        for (float number : vector) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable TypedValue place() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return misfit("an object with latitude and longitude");
        }
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            boolean isNumber = json.nextToken().isNumeric();
            double number = isNumber ? Double.parseDouble(json.getText()) : Double.NaN;
            switch (key) {
                case "latitude" -> latitude = number;
                case "longitude" -> longitude = number;
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? new TypedValue.Place(latitude, longitude)
                : fault("A latitude from -90 to 90 and a longitude from -180 to 180 are expected, as numbers.");
    }

    private @Nullable TypedValue misfit(String expected) throws IOException {
        var got = switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened();
            case null, default -> "'" + shortened() + "'";
        };
        json.skipChildren();
        return fault(expected.substring(0, 1).toUpperCase(Locale.ROOT) + expected.substring(1) + " is expected, got "
                + got + ".");
    }

    private String shortened() throws IOException {
        var text = json.getText();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private @Nullable TypedValue fault(String message) {
        faults.add(new MetadataFault(pointer(), message, false));
        return null;
    }

    private void warn(String message) {
        faults.add(new MetadataFault(pointer(), message, true));
    }

    private String pointer() {
        return parent + SchemaFaults.pointer(key);
    }
}
