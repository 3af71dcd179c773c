package io.accession.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of a test's database, behind the server's back: as no caller could see or change them. */
final class TestRows {

    private final Jdbi jdbi;

    TestRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** As if the server were new. */
    void forgetAdministrators() {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE app_user SET is_admin = false WHERE email <> 'admin@localhost'"));
    }

    void endOneTimeCodes() {
        jdbi.useHandle(handle -> handle.execute("UPDATE one_time_code SET expires_at = now()"));
    }

    /** As if the time went by without a request. */
    void ageSessions(Duration age) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE ui_session
                           SET last_seen_at = last_seen_at - make_interval(secs => :age),
                               expires_at = expires_at - make_interval(secs => :age)
                        """).bind("age", age.toSeconds()).execute());
    }

    String storedSessions() {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT s::text || encode(s.token_hash, 'escape') FROM ui_session s")
                        .mapTo(String.class)
                        .list())
                .toString();
    }

    /** An image of 4 by 3 pixels, or whatever the kind. */
    UUID addItem(UUID folder, String kind, String name) {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, object_url, mime_type, bytes,
                                          width, height, client_metadata, is_hidden, created_by, created_at, edited_at)
                        VALUES (:id, :folder, :kind, :name, decode(md5(:name), 'hex'), 0, 's3://bucket/' || :name, 'image/jpeg', 7,
                                4, 3, '{"city": "Berlin"}', false, :id, now(), now())
                        """)
                .bind("id", id)
                .bind("folder", folder)
                .bind("kind", kind)
                .bind("name", name)
                .execute());
        return id;
    }

    /** What is known of an item's object, and its metadata; both are JSON. */
    void describe(UUID item, String facts, double seconds, String metadata) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE item
                           SET media_facts = CAST(:facts AS jsonb), duration_sec = :seconds,
                               client_metadata = CAST(:metadata AS jsonb), changed_xid = pg_current_xact_id()
                         WHERE id = :item
                        """)
                .bind("item", item)
                .bind("facts", facts)
                .bind("seconds", seconds)
                .bind("metadata", metadata)
                .execute());
    }

    /** How many vectors came in bulk to an item. */
    long storedVectors(UUID item) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM item_vector WHERE item_id = :item")
                .bind("item", item)
                .mapTo(Long.class)
                .one());
    }

    /** What was noted of the contents of items. */
    List<String> contents() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat_ws(' ', i.name, c.attempts, 'attempts', coalesce(CAST(c.retry_at AS text), 'never again'),
                                         c.fault)
                          FROM item_content c JOIN item i ON i.id = c.item_id
                        """).mapTo(String.class).list());
    }

    /** Says where an item's object lies. */
    void place(String item, String integration, URI object) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE item SET integration_id = CAST(:integration AS uuid), object_url = :url
                         WHERE id = CAST(:item AS uuid)
                        """)
                .bind("item", item)
                .bind("integration", integration)
                .bind("url", object.toString())
                .execute());
    }

    /** Images as those above, quickly. */
    void addItems(UUID folder, int count) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, object_url, mime_type, bytes,
                                          width, height, client_metadata, is_hidden, created_by, created_at, edited_at)
                        SELECT gen_random_uuid(), :folder, 'image', CAST(n AS text), decode(md5(CAST(n AS text)), 'hex'), 0,
                               's3://bucket/' || n, 'image/jpeg', 7, 4, 3, '{"city": "Berlin"}', false, :folder, now(), now()
                          FROM generate_series(1, :count) AS n
                        """)
                .bind("folder", folder)
                .bind("count", count)
                .execute());
    }

    void revokeTokens(String name) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE api_token SET revoked_at = now() WHERE name = :name")
                .bind("name", name)
                .execute());
    }

    /** Every token that is not for ever. */
    void expireTokens() {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE api_token SET expires_at = now() WHERE expires_at IS NOT NULL"));
    }

    /** Where a reader of the change feed would stand now. */
    String newestChange() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT CAST(pg_current_xact_id() AS text)")
                .mapTo(String.class)
                .one());
    }

    int changedSince(String change) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM item WHERE changed_xid > CAST(:change AS xid8)")
                        .bind("change", change)
                        .mapTo(Integer.class)
                        .one());
    }

    /** The item's metadata as it was before its changes. */
    List<String> rememberedMetadata(String item) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT CAST(client_metadata AS text) FROM item_history WHERE item_id = CAST(:item AS uuid)")
                .bind("item", item)
                .mapTo(String.class)
                .list());
    }

    List<UUID> removedItems() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM item_deleted")
                .mapTo(UUID.class)
                .list());
    }

    /** Everything that the database holds of storage integrations, as text. */
    String storedIntegrations() {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT s::text || encode(coalesce(s.secret, ''), 'escape') FROM storage_integration s")
                        .mapTo(String.class)
                        .list())
                .toString();
    }
}
