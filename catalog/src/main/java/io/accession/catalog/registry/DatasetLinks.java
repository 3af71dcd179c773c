package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What datasets hold on to: nothing that one of them has goes without being taken out of it first. The schema's keys say the same. */
final class DatasetLinks {

    private static final String MIRRORS = "SELECT d.title FROM dataset d WHERE d.folder_id = :folder";

    private static final String LINKED = """
            SELECT 'The dataset "' || d.title || '" links the item ' || l.item_id || '; take it out of there first.'
              FROM dataset_item l
              JOIN dataset d ON d.id = l.dataset_id
             WHERE l.item_id = ANY(:items)
             LIMIT 1
            """;

    private static final String BELOW = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT d.title FROM dataset d JOIN tree ON tree.id = d.folder_id
             UNION ALL
            SELECT d.title
              FROM dataset_item l
              JOIN item i ON i.id = l.item_id
              JOIN dataset d ON d.id = l.dataset_id
             WHERE i.folder_id IN (SELECT tree.id FROM tree)
             LIMIT 1
            """;

    private DatasetLinks() {}

    /** Items that leave a mirrored folder leave its dataset. */
    static void requireNotMirrored(Handle handle, FolderId folder) {
        handle.createQuery(MIRRORS)
                .bind("folder", folder.value())
                .mapTo(String.class)
                .findFirst()
                .ifPresent(title -> {
                    throw conflict("The dataset '" + title + "' mirrors the folder and would lose the items. Say"
                            + " allow_mirror_dataset_changes to move them all the same.");
                });
    }

    static void requireUnlinked(Handle handle, Collection<ItemId> items) {
        handle.createQuery(LINKED)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .mapTo(String.class)
                .findFirst()
                .ifPresent(message -> {
                    throw conflict(message);
                });
    }

    /** No dataset mirrors the folder or one below it, or links what lies there. */
    static void requireNone(Handle handle, FolderId folder) {
        handle.createQuery(BELOW)
                .bind("folder", folder.value())
                .mapTo(String.class)
                .findFirst()
                .ifPresent(title -> {
                    throw conflict("The dataset '" + title + "' has items of the folder, or of one below it. Delete the"
                            + " dataset, or take them out of it, first.");
                });
    }

    /** What to throw instead of what the schema's keys threw. */
    static RuntimeException explained(UnableToExecuteStatementException failure) {
        return Violation.of(failure).filter(Violation.FOREIGN_KEY::equals).isPresent()
                ? new RegistryException(
                        new RegistryError.Conflict("A dataset has just linked one of the items."), failure)
                : failure;
    }

    private static RegistryException conflict(String message) {
        return new RegistryException(new RegistryError.Conflict(message));
    }
}
