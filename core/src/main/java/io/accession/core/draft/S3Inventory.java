package io.accession.core.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of an S3 Inventory, its {@code manifest.json} (Amazon S3 User Guide, "Locating your inventory list").
 *
 * @param columns of CSV; those of Parquet are in the data files
 * @param dataFiles keys in the destination bucket
 */
public record S3Inventory(String sourceBucket, Format format, List<String> columns, List<String> dataFiles) {

    /** What data files are written in. */
    public enum Format {
        CSV,
        PARQUET
    }

    private static final String VERSION = "2016-11-30";

    public S3Inventory {
        columns = List.copyOf(columns);
        dataFiles = List.copyOf(dataFiles);
    }

    /**
     * Reads a description to its end.
     *
     * @throws RegistryException with {@code Invalid} when it is none, or one that is not known here
     */
    public static S3Inventory read(InputStream description) throws IOException {
        try (var json = new JsonFactory().createParser(description)) {
            return new Reading().read(json);
        } catch (JsonProcessingException e) {
            throw new RegistryException(invalid("It is not JSON: " + e.getOriginalMessage() + "."), e);
        }
    }

    private static RegistryError invalid(String message) {
        return new RegistryError.Invalid(
                "The inventory cannot be read.", List.of(new RegistryError.Fault("inventory", message)));
    }

    private static final class Reading {

        private @Nullable String sourceBucket;
        private @Nullable String format;
        private @Nullable String version;
        private String schema = "";
        private final List<String> dataFiles = new ArrayList<>();

        S3Inventory read(JsonParser json) throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw refused("It is not the manifest.json of an S3 Inventory.");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "sourceBucket" -> sourceBucket = json.getValueAsString();
                    case "version" -> version = json.getValueAsString();
                    case "fileFormat" -> format = json.getValueAsString();
                    case "fileSchema" -> schema = json.getValueAsString("");
                    case "files" -> readFiles(json);
                    default -> json.skipChildren();
                }
            }
            return checked();
        }

        private void readFiles(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isKey = json.currentName().equals("key");
                    json.nextToken();
                    if (isKey) {
                        dataFiles.add(json.getText());
                    }
                    json.skipChildren();
                }
            }
        }

        private S3Inventory checked() {
            if (sourceBucket == null || format == null || version == null) {
                throw refused("It is not the manifest.json of an S3 Inventory: sourceBucket, version and fileFormat"
                        + " are needed.");
            }
            if (!version.equals(VERSION)) {
                throw refused("It is of version '" + version + "'; the one that is known here is " + VERSION + ".");
            }
            var known = Arrays.stream(Format.values())
                    .filter(each -> each.name().equalsIgnoreCase(format))
                    .findFirst()
                    .orElseThrow(() -> refused("Its files are in the format '" + format
                            + "'; known here are CSV and Parquet. Have the inventory made in one of these."));
            var columns =
                    Arrays.stream(schema.split(",", -1)).map(String::strip).toList();
            if (known == Format.CSV && !(columns.contains("Bucket") && columns.contains("Key"))) {
                throw refused("Its fileSchema names no columns Bucket and Key.");
            }
            return new S3Inventory(sourceBucket, known, columns, dataFiles);
        }

        private static RegistryException refused(String message) {
            return new RegistryException(invalid(message));
        }
    }
}
