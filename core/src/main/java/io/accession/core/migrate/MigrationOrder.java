package io.accession.core.migrate;

import io.accession.core.domain.IntegrationId;
import org.jspecify.annotations.Nullable;

/**
 * A migration as asked for.
 *
 * @param from an item of another integration counts as missing; null: any
 * @param to null: each item keeps its integration
 * @param checksAccess whether the new objects are asked for before anything changes
 * @param skipsMissing whether items that are not there are passed over instead of failing
 * @param isPlan whether only to tell what would happen
 */
public record MigrationOrder(
        MovedItems items,
        @Nullable IntegrationId from,
        @Nullable IntegrationId to,
        boolean checksAccess,
        boolean skipsMissing,
        boolean isPlan) {}
