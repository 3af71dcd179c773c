package io.accession.server.endtoend;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    /** How many objects are recorded as written, or about to be, that belong to no item. */
    int unownedObjects() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM rendition")
                .mapTo(Integer.class)
                .one());
    }

    /** The URLs of the objects that an item had before, the oldest first. */
    List<String> replacedObjects(UUID item) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
            SELECT h.object_url FROM item_object_history h WHERE h.item_id = :item ORDER BY h.replaced_at
            """).bind("item", item).mapTo(String.class).list());
    }

    /** Returns when all of them have been removed; fails after a minute. */
    void awaitNoUnownedObjects() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (unownedObjects() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("there are still objects that no item owns");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Lets others go on at once with what a killed process held. */
    void endLeases() {
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE upload_unit SET due_at = '-infinity'");
            handle.execute("UPDATE reencoding_item SET due_at = '-infinity'");
            handle.execute("UPDATE rendition SET due_at = '-infinity'");
            handle.execute("UPDATE content_reading SET claimed_until = '-infinity'");
            handle.execute("UPDATE item_quality SET due_at = '-infinity'");
            handle.execute("UPDATE embedding_map SET lease_until = '-infinity'");
        });
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
