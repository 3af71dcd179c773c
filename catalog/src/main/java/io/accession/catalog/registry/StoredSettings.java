package io.accession.catalog.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.Secret;
import io.accession.core.object.Addressing;
import io.accession.core.object.Provider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Integration settings as they are stored: a flat object of texts in the column {@code settings}, and apart from it the one secret, which
 * is sealed.
 *
 * @param secret null without one
 */
record StoredSettings(Map<String, String> fields, @Nullable Secret secret) {

    private static final JsonFactory JSON = new JsonFactory();

    StoredSettings {
        fields = Map.copyOf(fields);
    }

    static StoredSettings of(IntegrationSettings settings) {
        return switch (settings) {
            case IntegrationSettings.S3 s3 -> StoredS3.of(s3);
            case IntegrationSettings.Gcs gcs -> StoredGcs.of(gcs);
            case IntegrationSettings.Azure azure -> StoredAzure.of(azure);
            case IntegrationSettings.Direct _ -> new Fields("direct").stored(null);
            case IntegrationSettings.Local(var root) ->
                new Fields("local").with("root", root.toString()).stored(null);
        };
    }

    IntegrationSettings settings() {
        return switch (require("type")) {
            case "s3" -> StoredS3.settings(this);
            case "gcs" -> StoredGcs.settings(this);
            case "azure" -> StoredAzure.settings(this);
            case "direct" -> new IntegrationSettings.Direct();
            case "local" -> new IntegrationSettings.Local(Path.of(require("root")));
            default -> throw unknown(find("type"));
        };
    }

    /** Whose storage it is, by two of the fields: what is secret is not needed for that. Null without a type. */
    static @Nullable Provider provider(@Nullable String type, @Nullable String endpoint) {
        return switch (type) {
            case "s3" -> Addressing.s3(null, endpoint, null).provider();
            case "gcs" -> Provider.GOOGLE;
            case "azure" -> Provider.AZURE;
            case "direct" -> Provider.WEB;
            case "local" -> Provider.LOCAL;
            case null -> null;
            default -> throw unknown(type);
        };
    }

    private static IllegalStateException unknown(@Nullable String type) {
        return new IllegalStateException("the catalogue holds integration settings of type " + type);
    }

    /** Null for a field that was not given. */
    @Nullable
    String find(String field) {
        return fields.get(field);
    }

    String require(String field) {
        var value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException("the catalogue holds integration settings without " + field);
        }
        return value;
    }

    Secret requireSecret() {
        if (secret == null) {
            throw new IllegalStateException("the catalogue holds integration settings without their secret");
        }
        return secret;
    }

    String json() {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartObject();
            for (var field : new TreeMap<>(fields).entrySet()) {
                out.writeStringField(field.getKey(), field.getValue());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static StoredSettings parse(String json, @Nullable Secret secret) {
        var fields = new HashMap<String, String>();
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                in.nextToken();
                fields.put(name, in.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredSettings(fields, secret);
    }

    /** Fields on their way into a row. */
    static final class Fields {

        private final Map<String, String> fields = new HashMap<>();

        Fields(String type) {
            fields.put("type", type);
        }

        /** Left out when it is null. */
        Fields with(String field, @Nullable String value) {
            if (value != null) {
                fields.put(field, value);
            }
            return this;
        }

        StoredSettings stored(@Nullable Secret secret) {
            return new StoredSettings(fields, secret);
        }
    }
}
