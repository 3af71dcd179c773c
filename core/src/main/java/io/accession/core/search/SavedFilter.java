package io.accession.core.search;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.JsonValues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A filter of our own language in a preset, whose definition is {@code {"filter": …}}. */
public final class SavedFilter {

    private SavedFilter() {}

    public static boolean isIn(String definition) {
        return find(definition).isPresent();
    }

    /** The filter's JSON; empty when the definition is one of the Encord SDK's. */
    static Optional<Object> find(String definition) {
        try {
            return JsonValues.read(definition) instanceof Map<?, ?> object
                    ? Optional.ofNullable(object.get("filter"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new RegistryException(new RegistryError.Invalid("The filter preset is not valid JSON."), e);
        }
    }
}
