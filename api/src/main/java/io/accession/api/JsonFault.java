package io.accession.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says in plain words what is wrong with a request body that {@link Json#strict()} could not read. */
public final class JsonFault {

    private JsonFault() {}

    public static Problem.Fault of(JsonProcessingException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown ->
                new Problem.Fault(pointer(unknown), "There is no property '" + unknown.getPropertyName() + "' here.");
            case InvalidNullException absent -> new Problem.Fault(pointer(absent), "A value is required.");
            case InvalidTypeIdException type -> new Problem.Fault(pointer(type), typeMessage(type));
            // Text is not repeated: it may have been meant to be a secret.
            case InvalidFormatException format
            when format.getTargetType() != String.class ->
                new Problem.Fault(
                        pointer(format), "'" + format.getValue() + "' does not fit: " + expected(format) + ".");
            case MismatchedInputException mismatch -> new Problem.Fault(pointer(mismatch), mismatchMessage(mismatch));
            case JsonMappingException mapping -> new Problem.Fault(pointer(mapping), mapping.getOriginalMessage());
            default ->
                new Problem.Fault(
                        null, "This is not valid JSON" + place(exception) + ": " + exception.getOriginalMessage());
        };
    }

    private static String typeMessage(InvalidTypeIdException exception) {
        return exception.getTypeId() == null
                ? "The property 'type' is required here."
                : "There is no type '" + exception.getTypeId() + "' here.";
    }

    private static String mismatchMessage(MismatchedInputException exception) {
        var message = exception.getOriginalMessage();
        return message.startsWith("Missing required creator property")
                ? "A value is required."
                : "The value does not fit: " + expected(exception) + ".";
    }

    private static String expected(MismatchedInputException exception) {
        var type = exception.getTargetType();
        if (type == null) {
            return "another type is expected";
        }
        if (type.isEnum()) {
            return "one of the values in the API's description is expected";
        }
        return switch (type.getSimpleName()) {
            case "String", "Secret" -> "text is expected";
            case "boolean", "Boolean" -> "true or false is expected";
            case "int", "Integer", "long", "Long" -> "a whole number is expected";
            case "UUID" -> "a UUID is expected";
            case "Instant" -> "an RFC 3339 instant is expected";
            default -> "an object is expected";
        };
    }

    private static String place(JsonProcessingException exception) {
        var location = exception.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String pointer(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : escape(step.getFieldName()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
