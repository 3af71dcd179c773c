package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.hosted.HostedStorage;
import io.accession.core.reencode.Reencoding;
import io.accession.core.reencode.ReencodingId;
import io.accession.core.reencode.Reencodings;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Re-encodings in PostgreSQL. */
public final class PostgresReencodings implements Reencodings {

    private static final String WANTED = """
        SELECT i.id, i.kind, i.integration_id
          FROM item i
         WHERE i.id = ANY(:items) AND NOT i.is_tombstone
           AND (:administrator OR folder_role(i.folder_id, :asking) = 'admin')
        """;

    private static final String INSERT = """
        INSERT INTO reencoding (id, force, created_by) VALUES (:id, :force, :user)
        """;

    private static final String INSERT_ITEMS = """
        INSERT INTO reencoding_item (reencoding_id, position, item_id, rendition_id)
        SELECT :id, w.position - 1, w.item_id, w.rendition_id
          FROM unnest(:items, :renditions) WITH ORDINALITY AS w (item_id, rendition_id, position)
        """;

    private static final String READ = """
        SELECT r.id, r.force, r.created_by, r.created_at FROM reencoding r WHERE r.id = :id
        """;

    private static final String READ_ITEMS = """
        SELECT w.item_id, w.state, w.needed, w.original_url, w.object_url, w.failure_code, w.failure_message
          FROM reencoding_item w
         WHERE w.reencoding_id = :id
         ORDER BY w.position
        """;

    private final Jdbi jdbi;
    private final Integrations integrations;
    private final Supplier<UUID> ids;

    public PostgresReencodings(Jdbi jdbi, Integrations integrations, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.integrations = integrations;
        this.ids = ids;
    }

    private record Wanted(
            ItemId id, boolean isVideo, @Nullable IntegrationId integration) {}

    @Override
    public Reencoding start(Principal asking, List<ItemId> items, boolean force) {
        var distinct = items.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MOST_ITEMS) {
            throw invalid(
                    List.of(new RegistryError.Fault("/items", "Between 1 and " + MOST_ITEMS + " items are expected.")));
        }
        requireVideos(asking, items);
        var id = ids.get();
        return jdbi.inTransaction(handle -> {
            insert(handle, id, distinct, asking, force);
            Audit.record(handle, asking, "reencoding.start", id);
            Wakeup.send(handle);
            return read(handle, asking, new ReencodingId(id));
        });
    }

    private void requireVideos(Principal asking, List<ItemId> items) {
        var found = jdbi.withHandle(handle -> handle.createQuery(WANTED)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .bind("administrator", asking.isAdministrator())
                .bind("asking", asking.id().value())
                .map((row, context) -> wanted(row))
                .collectToMap(Wanted::id, wanted -> wanted));
        var faults = new ArrayList<RegistryError.Fault>();
        for (int i = 0; i < items.size(); i++) {
            var wanted = Optional.ofNullable(found.get(items.get(i)))
                    .orElseThrow(unknown("item", items.get(i).value()));
            if (!wanted.isVideo()) {
                faults.add(new RegistryError.Fault("/items/" + i, "The item is no video."));
            }
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        found.values().stream()
                .flatMap(wanted -> Stream.ofNullable(wanted.integration()))
                .distinct()
                .filter(integration -> !integration.equals(HostedStorage.DIRECTORY)) // whoever has the item may use it
                .forEach(integration -> integrations.read(asking, integration));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        var integration = row.getObject("integration_id", UUID.class);
        return new Wanted(
                new ItemId(row.getObject("id", UUID.class)),
                ItemKind.VIDEO.wireName().equals(row.getString("kind")),
                integration == null ? null : new IntegrationId(integration));
    }

    private void insert(Handle handle, UUID id, List<ItemId> items, Principal asking, boolean force) {
        handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("force", force)
                .bind("user", asking.id().value())
                .execute();
        var renditions = IntStream.range(0, items.size()).mapToObj(_ -> ids.get());
        handle.createUpdate(INSERT_ITEMS)
                .bind("id", id)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .bind("renditions", SqlArrays.uuids(handle, renditions))
                .execute();
    }

    @Override
    public Reencoding read(Principal asking, ReencodingId reencoding) {
        return jdbi.withHandle(handle -> read(handle, asking, reencoding));
    }

    private static Reencoding read(Handle handle, Principal asking, ReencodingId reencoding) {
        var videos = handle.createQuery(READ_ITEMS)
                .bind("id", reencoding.value())
                .map((row, context) -> video(row))
                .list();
        return handle.createQuery(READ)
                .bind("id", reencoding.value())
                .map((row, context) -> new Reencoding(
                        reencoding,
                        new UserId(row.getObject("created_by", UUID.class)),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("force"),
                        videos))
                .findOne()
                .filter(found -> AccessRules.mayUse(asking, found.createdBy()))
                .orElseThrow(unknown("re-encoding", reencoding.value()));
    }

    private static Reencoding.Video video(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return new Reencoding.Video(
                new ItemId(row.getObject("item_id", UUID.class)),
                Reencoding.State.valueOf(row.getString("state")),
                row.getBoolean("needed"),
                row.getString("original_url"),
                row.getString("object_url"),
                code == null ? null : new Failure(FailureCode.valueOf(code), row.getString("failure_message")));
    }

    private static Supplier<RegistryException> unknown(String noun, UUID id) {
        return () -> new RegistryException(new RegistryError.NotFoundOrForbidden(noun, id.toString()));
    }

    private static RegistryException invalid(List<RegistryError.Fault> faults) {
        return new RegistryException(new RegistryError.Invalid("The request is not valid.", faults));
    }
}
