package io.accession.core.manifest;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a manifest is written, and what its sender said beside it. What the manifest itself says wins.
 *
 * @param type the type key of those lines of NDJSON that name none; null when each has to
 */
public record ManifestForm(
        ManifestFormat format,
        boolean skipDuplicateUrls,
        boolean upsertMetadata,
        @Nullable String type) {

    public static final ManifestForm JSON = new ManifestForm(ManifestFormat.JSON, false, false, null);

    /** @throws RegistryException when the type is unknown or means nothing in the format */
    public ManifestForm {
        if (type != null && format != ManifestFormat.NDJSON) {
            throw invalidType("Only manifests in NDJSON take a type; others say themselves what their entries are.");
        }
        if (type != null && EntryType.find(type).isEmpty()) {
            throw invalidType("'" + Wording.shortened(type) + "' is not a type. Known are " + EntryType.known() + ".");
        }
    }

    private static RegistryException invalidType(String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault("type", message))));
    }
}
