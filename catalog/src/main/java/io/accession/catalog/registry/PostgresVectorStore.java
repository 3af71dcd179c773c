package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.catalog.VectorCopy;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.embedding.FrameTiming;
import io.accession.core.embedding.ItemVector;
import io.accession.core.embedding.VectorStore;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Vectors in a table of their own, a set of them per statement. */
public final class PostgresVectorStore implements VectorStore {

    private final Jdbi jdbi;

    public PostgresVectorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@code frames} of a video; empty where they are not known. */
    private record Target(ItemId item, FolderId folder, ItemKind kind, OptionalLong frames) {}

    // In the order of their ids, as all changes of items.
    private static final String LOCK = """
            SELECT i.id, i.folder_id, i.kind, i.mime_type, i.bytes, i.width, i.height, i.duration_sec,
                   CASE WHEN i.kind = 'video' THEN i.media_facts END AS media_facts
              FROM item i
             WHERE i.id = ANY(:items) AND NOT i.is_tombstone
             ORDER BY i.id
               FOR UPDATE
            """;

    private static Map<ItemId, Target> lock(Handle handle, Collection<ItemVector> vectors) {
        var targets = new HashMap<ItemId, Target>();
        handle.createQuery(LOCK)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                vectors.stream()
                                        .map(vector -> vector.item().value())
                                        .distinct()))
                .map((row, context) -> {
                    var kind = ItemKinds.of(row.getString("kind"));
                    return new Target(
                            new ItemId(row.getObject("id", UUID.class)),
                            new FolderId(row.getObject("folder_id", UUID.class)),
                            kind,
                            kind == ItemKind.VIDEO && StoredFacts.read(row, kind) instanceof MediaFacts.Video video
                                    ? FrameTiming.of(video)
                                            .map(timing -> OptionalLong.of(timing.frames()))
                                            .orElse(OptionalLong.empty())
                                    : OptionalLong.empty());
                })
                .forEach(target -> targets.put(target.item(), target));
        return targets;
    }

    @Override
    public List<Refusal> store(Principal asking, String key, Collection<ItemVector> vectors) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        return jdbi.inTransaction(handle -> {
            var targets = lock(handle, vectors);
            var folders = targets.values().stream().map(Target::folder).collect(Collectors.toSet());
            var roles = FolderAccess.roles(handle, asking, folders);
            var refusals = new ArrayList<Refusal>();
            var accepted = new ArrayList<ItemVector>();
            for (var vector : vectors) {
                var target = targets.get(vector.item());
                var reason = target == null || roles.get(target.folder()) != Role.ADMIN
                        ? Optional.of("There is no such item, or you may not change it.")
                        : fault(target, vector.frame());
                reason.ifPresentOrElse(text -> refusals.add(new Refusal(vector, text)), () -> accepted.add(vector));
            }
            replace(handle, key, accepted);
            Audit.recordAll(
                    handle,
                    asking,
                    "item.import-vectors",
                    accepted.stream().map(vector -> vector.item().value()).distinct());
            return refusals;
        });
    }

    private static Optional<String> fault(Target target, long frame) {
        if (frame == ItemVector.NO_FRAME) {
            return Optional.empty();
        }
        if (target.kind() != ItemKind.VIDEO) {
            return Optional.of("Only the frames of videos have vectors.");
        }
        return target.frames().isPresent() && frame >= target.frames().getAsLong()
                ? Optional.of("The video has " + target.frames().getAsLong() + " frames, counted from 0.")
                : Optional.empty();
    }

    private static final String FORGET = """
            DELETE FROM item_vector v
             USING unnest(:items, :frames) AS c (item_id, frame)
             WHERE v.item_id = c.item_id AND v.key = :key AND v.frame = c.frame
            """;

    // The feed learns which items have other vectors now.
    private static final String TOUCH = "UPDATE item i SET changed_xid = pg_current_xact_id() WHERE i.id = ANY(:items)";

    private static void replace(Handle handle, String key, List<ItemVector> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        handle.createUpdate(FORGET)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                vectors.stream().map(vector -> vector.item().value())))
                .bind("frames", SqlArrays.longs(handle, vectors.stream().map(ItemVector::frame)))
                .bind("key", key)
                .execute();
        VectorCopy.store(handle, key, vectors);
        handle.createUpdate(TOUCH)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                vectors.stream()
                                        .map(vector -> vector.item().value())
                                        .distinct()))
                .execute();
    }

    @Override
    public void read(Principal asking, FolderId folder, EmbeddingKey key, Sink sink) throws IOException {
        VectorReading.read(jdbi, asking, folder, key, sink);
    }

    private static final String REMOVE = "WITH RECURSIVE " + FolderAccess.TREE + """
            , removed AS (
                DELETE FROM item_vector v USING item i, tree
                 WHERE i.folder_id = tree.id AND v.item_id = i.id AND v.key = :key
                RETURNING v.item_id),
            touched AS (
                UPDATE item i SET changed_xid = pg_current_xact_id()
                 WHERE i.id IN (SELECT removed.item_id FROM removed))
            SELECT count(*) FROM removed
            """;

    @Override
    public long remove(Principal asking, FolderId folder, String key) {
        return jdbi.inTransaction(handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
            Audit.record(handle, asking, "folder.remove-vectors", folder.value());
            return handle.createQuery(REMOVE)
                    .bind("folder", folder.value())
                    .bind("key", key)
                    .mapTo(Long.class)
                    .one();
        });
    }
}
