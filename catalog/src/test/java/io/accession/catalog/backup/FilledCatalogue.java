package io.accession.catalog.backup;

import io.accession.catalog.fixture.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A catalogue with rows of every sort: nulls, infinity, bytes, JSON, other letters, folders in folders, a used sequence. */
final class FilledCatalogue {

    private static final String FILL = """
            INSERT INTO app_user (id, email, is_admin)
            VALUES ('00000000-0000-7000-8000-000000000001', 'zoë@example.org', true);

            INSERT INTO ssh_key (public_key, user_id)
            VALUES (decode(repeat('ff', 32), 'hex'), '00000000-0000-7000-8000-000000000001');

            INSERT INTO storage_integration
                   (id, title, settings, secret, strict_client_only, allow_private_network, signed_url_lifetime_sec, owner_id)
            VALUES (gen_random_uuid(), 'Bücher "and" 本', '{"region": "eu"}', '\\x00ff', false, false, 60,
                    '00000000-0000-7000-8000-000000000001');

            INSERT INTO folder (id, parent_id, name, owner_id)
            VALUES ('00000000-0000-7000-8000-00000000000f', NULL, 'top', '00000000-0000-7000-8000-000000000001'),
                   ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000f', E'tab\\tand\\nline',
                    '00000000-0000-7000-8000-000000000001');

            INSERT INTO item
                   (id, folder_id, kind, name, identity_hash, duplicate_no, duration_sec, client_metadata, is_hidden, created_by,
                    created_at, edited_at)
            SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', 'IMAGE', 'item ' || n,
                   sha256(n::text::bytea), 0, CASE WHEN n % 2 = 0 THEN 0.1 * n END,
                   jsonb_build_object('n', n, 'text', repeat('y', n % 100)), false, '00000000-0000-7000-8000-000000000001',
                   now(), now()
              FROM generate_series(1, 3000) AS n;

            INSERT INTO item_deleted (id, folder_id)
            VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a');

            INSERT INTO upload_unit
                   (job_id, ordinal, slice_no, slot, kind, type_key, type_index, line, col, entry, state)
            VALUES (gen_random_uuid(), 0, 0, 0, 'IMAGE', 'images', 0, 1, 1, '{"objectUrl": "s3://b/k"}', 'TO_PROBE');

            INSERT INTO audit_event (action) SELECT 'folder.create' FROM generate_series(1, 7);
            """;

    // Of the tables that are saved first and last, so that a backup without a snapshot would see the halves of a pair
    // apart.
    private static final String ADD_PAIR = """
            WITH added AS (
                INSERT INTO app_user (id, email, is_admin)
                SELECT made, made || '@pair.example.org', false FROM gen_random_uuid() AS made
                RETURNING id
            )
            INSERT INTO ssh_key (public_key, user_id) SELECT sha256(id::text::bytea), id FROM added
            """;

    private static final String PAIRS_ARE_WHOLE = """
            SELECT count(*) FILTER (WHERE k.user_id IS NULL) = 0 AND count(*) > 0
              FROM app_user u LEFT JOIN ssh_key k ON k.user_id = u.id
            """;

    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'
            """;

    private FilledCatalogue() {}

    static TestDatabase make() {
        var database = TestDatabase.migrated();
        database.jdbi().useHandle(FilledCatalogue::fill);
        return database;
    }

    static void fill(Handle handle) {
        handle.createScript(FILL).executeAsSeparateStatements();
    }

    static void addPair(Handle handle) {
        handle.execute(ADD_PAIR);
    }

    static boolean pairsAreWhole(Handle handle) {
        return handle.createQuery(PAIRS_ARE_WHOLE).mapTo(Boolean.class).one();
    }

    static List<String> tables(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TABLES).mapTo(String.class).list());
    }

    /** All rows of all tables, but for what a restore has to set anew. */
    static Map<String, List<String>> rows(Jdbi jdbi) {
        var rows = new HashMap<String, List<String>>();
        for (var table : tables(jdbi)) {
            if (!table.equals("incarnation")) {
                var query = "SELECT (to_jsonb(t) - 'changed_xid')::text AS line FROM " + table + " t ORDER BY line";
                rows.put(
                        table,
                        jdbi.withHandle(handle ->
                                handle.createQuery(query).mapTo(String.class).list()));
            }
        }
        return rows;
    }
}
