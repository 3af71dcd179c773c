package io.accession.core.migrate;

import io.accession.core.domain.ItemId;
import java.util.List;

/**
 * What came of a migration. The counts are those of items.
 *
 * @param items that were chosen
 * @param unchanged that were there already
 * @param missing that were asked for and are not there
 * @param checked whose new objects were asked for; less than there are where so many failed that it was given up
 * @param failed that speak against the migration; nothing has changed then
 * @param duplicates that name an object which their folder has already
 * @param migrated none when something failed, or when only a plan was asked for
 * @param ids of what was migrated, where items were asked for one by one
 */
public record MigrationReport(
        long items,
        long unchanged,
        long missing,
        long checked,
        long failed,
        long duplicates,
        long migrated,
        List<ItemId> ids) {

    public MigrationReport {
        ids = List.copyOf(ids);
    }
}
