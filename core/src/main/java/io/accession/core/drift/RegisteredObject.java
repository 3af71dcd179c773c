package io.accession.core.drift;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import org.jspecify.annotations.Nullable;

/**
 * An item of one object.
 *
 * @param etag null where the media metadata was supplied
 * @param facts null where they were not asked for
 */
public record RegisteredObject(
        ItemId item,
        ItemKind kind,
        IntegrationId integration,
        String url,
        @Nullable String etag,
        @Nullable Long bytes,
        @Nullable MediaFacts facts) {}
