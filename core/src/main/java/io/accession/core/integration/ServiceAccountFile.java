package io.accession.core.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The JSON file that Google hands out for the key of a service account. */
public final class ServiceAccountFile {

    private static final JsonFactory JSON = new JsonFactory();

    private ServiceAccountFile() {}

    /**
     * The key in the file.
     *
     * @throws IllegalArgumentException with a sentence that may be shown, when it is not such a file
     */
    public static GcsCredentials.ServiceAccountKey parse(Secret json) {
        var fields = fields(json);
        if (!"service_account".equals(fields.get("type"))) {
            throw new IllegalArgumentException(
                    "This is not the key file of a service account: its type is not service_account.");
        }
        return new GcsCredentials.ServiceAccountKey(
                require(fields, "client_email"),
                require(fields, "private_key_id"),
                new Secret(require(fields, "private_key")),
                fields.getOrDefault("token_uri", "https://oauth2.googleapis.com/token"));
    }

    private static String require(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The key file has no " + name + ".");
        }
        return value;
    }

    private static Map<String, String> fields(Secret json) {
        var fields = new HashMap<String, String>();
        try (var in = JSON.createParser(json.value())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw noJson();
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                if (in.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, in.getText());
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw noJson(); // without its cause, which may quote the key
        }
        return fields;
    }

    private static IllegalArgumentException noJson() {
        return new IllegalArgumentException("The key file of a service account is a JSON object.");
    }
}
