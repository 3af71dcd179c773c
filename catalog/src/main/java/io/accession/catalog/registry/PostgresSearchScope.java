package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import io.accession.core.search.ItemSet;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Folders and collections in PostgreSQL, as searches need them. */
public final class PostgresSearchScope implements SearchScope {

    private final Jdbi jdbi;

    public PostgresSearchScope(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String READABLE = "WITH RECURSIVE " + FolderAccess.OPEN + "SELECT o.id FROM open o";

    @Override
    public ReadableFolders readable(Principal asking) {
        if (asking.isAdministrator()) {
            return new ReadableFolders.All();
        }
        return jdbi.withHandle(handle -> new ReadableFolders.Only(handle.createQuery(READABLE)
                .bind("asking", asking.id().value())
                .mapTo(UUID.class)
                .map(FolderId::new)
                .collect(Collectors.toSet())));
    }

    private static final String BELOW = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT t.id FROM tree t
            """;

    @Override
    public Optional<Set<FolderId>> folders(Principal asking, FolderId folder, boolean deep) {
        return jdbi.withHandle(handle -> {
            if (!isOpen(handle, asking, folder)) {
                return Optional.empty();
            }
            return Optional.of(
                    deep
                            ? handle.createQuery(BELOW)
                                    .bind("folder", folder.value())
                                    .mapTo(UUID.class)
                                    .map(FolderId::new)
                                    .collect(Collectors.toSet())
                            : Set.of(folder));
        });
    }

    private static boolean isOpen(Handle handle, Principal asking, FolderId folder) {
        return FolderAccess.roles(handle, asking, List.of(folder)).containsKey(folder);
    }

    private static final String FOLDER_OF = "SELECT c.folder_id FROM collection c WHERE c.id = :collection";

    private static final int FETCHED = 5_000;

    // In the order of the primary key.
    private static final String COLLECTED = """
            SELECT c.item_id FROM collection_item c WHERE c.collection_id = :collection ORDER BY c.item_id LIMIT :rows
            """;

    @Override
    public Optional<ItemSet> collected(Principal asking, UUID collection, int most) {
        return jdbi.inTransaction(handle -> handle.createQuery(FOLDER_OF)
                .bind("collection", collection)
                .mapTo(UUID.class)
                .map(FolderId::new)
                .findOne()
                .filter(folder -> isOpen(handle, asking, folder))
                .map(folder -> items(handle, collection, most)));
    }

    private static ItemSet items(Handle handle, UUID collection, int most) {
        try (var ids = handle.createQuery(COLLECTED)
                .setFetchSize(FETCHED)
                .bind("collection", collection)
                .bind("rows", most + 1)
                .mapTo(UUID.class)
                .iterator()) {
            var items = ItemSet.ofSorted(ids, FETCHED);
            if (items.size() > most) {
                throw new RegistryException(
                        new RegistryError.Invalid(
                                "The collection '" + collection + "' has more than " + most
                                        + " items, which is more than a search can look up. Search by what they have in common."));
            }
            return items;
        }
    }
}
