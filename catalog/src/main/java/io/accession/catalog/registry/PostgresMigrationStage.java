package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.migrate.MigrationNews.Refused;
import io.accession.core.migrate.MigrationNews.Twin;
import io.accession.core.migrate.MigrationOrder;
import io.accession.core.migrate.MigrationStage;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectStat;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Items in a temporary table of a connection of their own. */
public final class PostgresMigrationStage implements MigrationStage {

    private static final String CREATE = """
            CREATE TEMPORARY TABLE migration (
                item_id        uuid PRIMARY KEY,
                folder_id      uuid NOT NULL,
                kind           text NOT NULL,
                integration_id uuid,
                object_url     text,
                wanted_url     text,                 -- null: stays
                old_identity   bytea NOT NULL,
                duplicate_no   bigint NOT NULL,
                bytes          bigint,
                is_chosen      boolean NOT NULL,     -- false: a composite whose members migrate
                keeps_identity boolean NOT NULL DEFAULT false,
                is_synced      boolean NOT NULL DEFAULT false,
                is_reencoded   boolean NOT NULL DEFAULT false,
                new_url        text,
                identity_hash  bytea,                -- null: stays
                is_other       boolean NOT NULL DEFAULT false,
                is_checked     boolean NOT NULL DEFAULT false,
                etag           text,
                last_modified  timestamptz,
                twin_id        uuid)                 -- the item that has the identity already
            """;

    private final Handle handle;
    private final Principal asking;

    private PostgresMigrationStage(Handle handle, Principal asking) {
        this.handle = handle;
        this.asking = asking;
    }

    public static Stages over(Jdbi jdbi) {
        return asking -> open(jdbi.open(), asking);
    }

    private static MigrationStage open(Handle handle, Principal asking) {
        try {
            handle.execute("DROP TABLE IF EXISTS pg_temp.migration, pg_temp.wanted_item");
            handle.execute(CREATE);
            return new PostgresMigrationStage(handle, asking);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    @Override
    public List<Refused> choose(MigrationOrder order) {
        return new MigrationChoice(handle, asking).choose(order);
    }

    @Override
    public long size() {
        return handle.createQuery("SELECT count(*) FROM pg_temp.migration m WHERE m.is_chosen")
                .mapTo(Long.class)
                .one();
    }

    private static final String LIST = """
            SELECT m.item_id, m.kind, m.integration_id, m.object_url, m.wanted_url, m.old_identity, m.bytes, m.keeps_identity,
                   m.is_synced, m.is_reencoded
              FROM pg_temp.migration m
             WHERE m.is_chosen AND m.item_id > :after
             ORDER BY m.item_id
             LIMIT :limit
            """;

    @Override
    public List<Candidate> list(@Nullable ItemId after, int limit) {
        return handle.createQuery(LIST)
                .bind("after", from(after))
                .bind("limit", limit)
                .map((row, context) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                item(row),
                ItemKinds.of(row.getString("kind")),
                integration(row),
                row.getString("object_url"),
                row.getString("wanted_url"),
                IdentityHash.of(row.getBytes("old_identity")),
                row.getObject("bytes", Long.class),
                row.getBoolean("keeps_identity"),
                row.getBoolean("is_synced"),
                row.getBoolean("is_reencoded"));
    }

    // Every page is a change of a few rows of many; a plan that reads them all for each would never end.
    private static final String KEYS_ONLY = """
            SELECT set_config(s.name, 'off', true)
              FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS s (name)
            """;

    private void change(Update update) {
        handle.useTransaction(transaction -> {
            transaction.createQuery(KEYS_ONLY).mapTo(String.class).list();
            update.execute();
        });
    }

    private static final String PLACE = """
            UPDATE pg_temp.migration m
               SET new_url = p.url, identity_hash = decode(p.identity, 'hex'), is_other = p.is_other = 1,
                   is_checked = p.is_checked = 1, etag = p.etag, last_modified = CAST(p.modified AS timestamptz)
              FROM unnest(:items, :urls, :identities, :others, :checked, :etags, :modified)
                   AS p (id, url, identity, is_other, is_checked, etag, modified)
             WHERE m.item_id = p.id
            """;

    @Override
    public void place(List<Placed> items) {
        change(handle.createUpdate(PLACE)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle, items.stream().map(item -> item.item().value())))
                .bind("urls", SqlArrays.texts(handle, items.stream().map(Placed::url)))
                .bind("identities", SqlArrays.texts(handle, items.stream().map(item -> hex(item.identity()))))
                .bind("others", SqlArrays.integers(handle, items.stream().map(item -> item.isOtherObject() ? 1 : 0)))
                .bind("checked", SqlArrays.integers(handle, items.stream().map(item -> item.stat() == null ? 0 : 1)))
                .bind("etags", SqlArrays.texts(handle, items.stream().map(item -> of(item, ObjectStat::etag))))
                .bind(
                        "modified",
                        SqlArrays.texts(
                                handle,
                                items.stream()
                                        .map(item -> of(item, ObjectStat::lastModified))
                                        .map(modified -> modified == null ? null : modified.toString()))));
    }

    private static <T> @Nullable T of(Placed item, Function<ObjectStat, @Nullable T> part) {
        return item.stat() == null ? null : part.apply(item.stat());
    }

    private static @Nullable String hex(@Nullable IdentityHash identity) {
        return identity == null ? null : identity.toString();
    }

    @Override
    public void drop(List<ItemId> items) {
        handle.createUpdate("DELETE FROM pg_temp.migration m WHERE m.item_id = ANY(:items)")
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .execute();
    }

    @Override
    public void addComposites() {
        new MigratedComposites(handle).add();
    }

    @Override
    public List<Composite> listComposites(@Nullable ItemId after, int limit, @Nullable IntegrationId to) {
        return new MigratedComposites(handle).list(from(after), limit, to);
    }

    private static final String IDENTIFY = """
            UPDATE pg_temp.migration m
               SET identity_hash = decode(c.identity, 'hex')
              FROM unnest(:items, :identities) AS c (id, identity)
             WHERE m.item_id = c.id
            """;

    @Override
    public void identify(Map<ItemId, IdentityHash> composites) {
        change(handle.createUpdate(IDENTIFY)
                .bind(
                        "items",
                        SqlArrays.uuids(handle, composites.keySet().stream().map(ItemId::value)))
                .bind(
                        "identities",
                        SqlArrays.texts(handle, composites.values().stream().map(IdentityHash::toString))));
    }

    // Taken by an item that stays what it is, or by one before it in the order in which the migration gives identities
    // away.
    private static final String FIND_TWINS = """
            UPDATE pg_temp.migration m
               SET twin_id = coalesce(
                   (SELECT o.id
                      FROM item o
                     WHERE o.folder_id = m.folder_id AND o.identity_hash = m.identity_hash AND o.duplicate_no = 0
                       AND NOT EXISTS (SELECT FROM pg_temp.migration x WHERE x.item_id = o.id AND x.identity_hash IS NOT NULL)),
                   (SELECT f.item_id
                      FROM pg_temp.migration f
                     WHERE f.folder_id = m.folder_id AND f.identity_hash = m.identity_hash AND f.duplicate_no = 0
                       AND f.item_id < m.item_id
                     ORDER BY f.item_id
                     LIMIT 1))
             WHERE m.identity_hash IS NOT NULL AND m.duplicate_no = 0
            """;

    @Override
    public long findTwins() {
        handle.execute("CREATE INDEX ON pg_temp.migration (folder_id, identity_hash)");
        handle.execute("ANALYZE pg_temp.migration");
        handle.execute(FIND_TWINS);
        return handle.createQuery("SELECT count(m.twin_id) FROM pg_temp.migration m")
                .mapTo(Long.class)
                .one();
    }

    private static final String TWINS = """
            SELECT m.item_id, m.new_url, m.twin_id
              FROM pg_temp.migration m
             WHERE m.twin_id IS NOT NULL
             ORDER BY m.item_id
             LIMIT :limit
            """;

    @Override
    public List<Twin> listTwins(int limit) {
        return handle.createQuery(TWINS)
                .bind("limit", limit)
                .map((row, context) ->
                        new Twin(item(row), row.getString("new_url"), new ItemId(row.getObject("twin_id", UUID.class))))
                .list();
    }

    private static final String CHOSEN =
            "SELECT m.item_id FROM pg_temp.migration m WHERE m.is_chosen ORDER BY m.item_id LIMIT :limit";

    @Override
    public List<ItemId> listChosen(int limit) {
        return handle.createQuery(CHOSEN)
                .bind("limit", limit)
                .map((row, context) -> item(row))
                .list();
    }

    @Override
    public void migrate(@Nullable IntegrationId to) {
        new MigratedRows(handle, asking).migrate(to);
    }

    static ItemId item(ResultSet row) throws SQLException {
        return new ItemId(row.getObject("item_id", UUID.class));
    }

    static @Nullable IntegrationId integration(ResultSet row) throws SQLException {
        var id = row.getObject("integration_id", UUID.class);
        return id == null ? null : new IntegrationId(id);
    }

    private static UUID from(@Nullable ItemId after) {
        return after == null ? new UUID(0, 0) : after.value();
    }

    @Override
    public void close() {
        try (handle) {
            handle.execute("DROP TABLE IF EXISTS pg_temp.migration, pg_temp.wanted_item");
        }
    }
}
