package io.accession.core.registry;

import io.accession.core.domain.IntegrationId;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud-synced folder follows. It is settled when the folder is created.
 *
 * @param url of a prefix; everything below it is followed
 * @param daily whether a sync starts by itself 24 hours after the last one
 * @param metadataSuffix what the keys of objects end with that hold the client metadata of others, such as {@code .metadata.json}; null for none
 */
public record FolderSync(
        IntegrationId integration,
        String url,
        boolean daily,
        @Nullable String metadataSuffix) {

    private static final int SUFFIX_CHARACTERS = 100;

    public FolderSync {
        if (metadataSuffix != null) {
            checkSuffix(metadataSuffix);
        }
    }

    private static void checkSuffix(String suffix) {
        if (suffix.isBlank() || suffix.length() > SUFFIX_CHARACTERS || suffix.indexOf('/') >= 0) {
            throw Faults.invalid(
                    "/sync/metadataSuffix",
                    "A suffix such as .metadata.json has 1 to " + SUFFIX_CHARACTERS + " characters and no slash.");
        }
        if (suffix.codePoints().anyMatch(Character::isISOControl)) {
            throw Faults.invalid("/sync/metadataSuffix", "A suffix has no control characters.");
        }
    }

    public FolderSync at(String otherUrl) {
        return new FolderSync(integration, otherUrl, daily, metadataSuffix);
    }
}
