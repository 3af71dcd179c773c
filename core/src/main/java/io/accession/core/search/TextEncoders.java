package io.accession.core.search;

import io.accession.core.embedding.TextEncoder;
import java.util.Map;
import java.util.Optional;

/** The text encoders that the operator gave to embeddings, by the names of their fields. */
public record TextEncoders(Map<String, TextEncoder> byField) {

    public TextEncoders {
        byField = Map.copyOf(byField);
    }

    public static TextEncoders none() {
        return new TextEncoders(Map.of());
    }

    Optional<TextEncoder> find(SearchField field) {
        return Optional.ofNullable(byField.get(field.name()));
    }

    /** What to do where there is none. */
    static String cure(SearchField field) {
        return switch (field) {
            case SearchField.Property _ ->
                "The meaning of items is not known: the built-in text encoder is switched off. The operator switches it on"
                        + " with 'search.meaning = true' in the server's configuration.";
            case SearchField.Metadata(var key, var _) ->
                "The embedding '" + key + "' has no text encoder. The operator configures one under [encoders] in the"
                        + " server's configuration (docs/guides/search.md).";
        };
    }
}
