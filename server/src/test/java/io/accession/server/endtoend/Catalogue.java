package io.accession.server.endtoend;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the database holds of folders, jobs and items. */
record Catalogue(Jdbi jdbi) {

    /** Everything that makes up a folder's items, but for ids, times and users. */
    List<String> items(UUID folder) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT (to_jsonb(i) - ARRAY['id', 'folder_id', 'integration_id', 'created_by', 'created_at',
                                                    'edited_at', 'changed_xid'])::text
                          FROM item i
                         WHERE i.folder_id = :folder
                         ORDER BY 1
                        """)
                .bind("folder", folder)
                .mapTo(String.class)
                .list());
    }

    /** Kills one process of the database, which then restarts as a whole: every connection breaks, new ones wait for recovery. */
    void crashDatabase() {
        flush();
        long victim = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT pid
                          FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()
                         LIMIT 1
                        """).mapTo(Long.class).one());
        var process = ProcessHandle.of(victim).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The databases of tests do not wait for their commits to be written; this one does, for all before it. */
    private void flush() {
        jdbi.useTransaction(handle -> {
            handle.execute("SET LOCAL synchronous_commit = on");
            handle.execute("UPDATE folder SET name = name");
        });
    }
}
