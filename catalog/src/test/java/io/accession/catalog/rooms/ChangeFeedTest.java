package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.core.domain.ItemId;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedMark;
import io.accession.core.search.SearchableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final UUID FOLDER = UUID.randomUUID();

    private final ChangeFeed feed = new PostgresChangeFeed(DATABASE.jdbi());
    private final FeedMark start = new FeedMark(feed.state().horizon(), new UUID(0, 0));

    private static UUID insert(Handle handle, String name) {
        var id = UUID.randomUUID();
        handle.execute("""
                INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, client_metadata, is_hidden, created_by,
                                  created_at, edited_at)
                VALUES (?, ?, 'image', ?, sha256(CAST(? AS bytea)), 0, '{"weather": "rain"}', false, gen_random_uuid(), now(), now())
                """, id, FOLDER, name, name);
        return id;
    }

    private static UUID inserted(String name) {
        return DATABASE.jdbi().inTransaction(handle -> insert(handle, name));
    }

    private static void execute(String statement, Object... arguments) {
        DATABASE.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private List<String> namesBehind(FeedMark mark) {
        return feed.read(mark, 1_000).changed().stream()
                .map(SearchableItem::name)
                .toList();
    }

    @AfterEach
    void empty() {
        execute("DELETE FROM item");
    }

    @Test
    void anItemIsToldAsItIs() {
        var id = inserted("cam_01.jpg");

        var batch = feed.read(start, 10);

        assertThat(batch.isLast()).isTrue();
        assertThat(batch.changed()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(new ItemId(id));
            assertThat(item.folder().value()).isEqualTo(FOLDER);
            assertThat(item.name()).isEqualTo("cam_01.jpg");
            assertThat(item.facts()).isNull();
            assertThat(item.clientMetadata()).isEqualTo("{\"weather\": \"rain\"}");
        });
    }

    @Test
    void everyChangeIsReadOnceInPagesOfAnySize() {
        for (var name : List.of("a", "b", "c", "d", "e")) {
            inserted(name);
        }
        DATABASE.jdbi().useTransaction(handle -> List.of("x", "y", "z").forEach(name -> insert(handle, name)));

        var names = new ArrayList<String>();
        var mark = start;
        while (true) {
            var batch = feed.read(mark, 2);
            batch.changed().forEach(item -> names.add(item.name()));
            mark = batch.end();
            if (batch.isLast()) {
                break;
            }
        }

        assertThat(names.subList(0, 5)).containsExactly("a", "b", "c", "d", "e");
        assertThat(names.subList(5, 8)).containsExactlyInAnyOrder("x", "y", "z");
        assertThat(feed.countBehind(mark, 10)).isZero();
    }

    @Test
    void whatCommitsLateIsNotPassedOver() {
        try (var slow = DATABASE.jdbi().open()) {
            slow.begin();
            insert(slow, "slow");
            inserted("quick");

            assertThat(namesBehind(start)).isEmpty();
            assertThat(feed.countBehind(start, 10)).isEqualTo(1);
            assertThat(feed.state().horizon()).isLessThanOrEqualTo(start.transaction() + 1);
            slow.commit();
        }

        assertThat(namesBehind(start)).containsExactly("slow", "quick");
    }

    @Test
    void anItemThatChangedAgainIsToldAgain() {
        inserted("first");
        inserted("second");
        var mark = feed.read(start, 10).end();

        execute("UPDATE item SET name = 'renamed', changed_xid = pg_current_xact_id() WHERE name = 'first'");

        assertThat(namesBehind(mark)).containsExactly("renamed");
        assertThat(namesBehind(start)).containsExactly("second", "renamed");
    }

    @Test
    void whatIsDeletedIsGoneUntilItIsMadeAgain() {
        var id = inserted("short-lived");
        execute("""
                WITH removed AS (DELETE FROM item WHERE id = ? RETURNING id, folder_id)
                INSERT INTO item_deleted (id, folder_id) SELECT id, folder_id FROM removed
                """, id);

        var gone = feed.read(start, 10);
        var again = inserted("again");
        execute("UPDATE item SET id = ? WHERE id = ?", id, again);
        var back = feed.read(start, 10);

        assertThat(gone.changed()).isEmpty();
        assertThat(gone.gone()).containsExactly(new ItemId(id));
        assertThat(back.changed()).extracting(SearchableItem::name).containsExactly("again");
        assertThat(back.gone()).isEmpty();
    }

    @Test
    void aTombstoneIsGone() {
        var id = inserted("sunk");
        execute("UPDATE item SET is_tombstone = true, changed_xid = pg_current_xact_id() WHERE id = ?", id);

        var batch = feed.read(start, 10);

        assertThat(batch.changed()).isEmpty();
        assertThat(batch.gone()).containsExactly(new ItemId(id));
    }

    @Test
    void aBatchOfLargeItemsEndsEarly() {
        for (int i = 0; i < 3; i++) {
            inserted("large" + i);
        }
        execute("""
                UPDATE item SET client_metadata = jsonb_build_object('text', repeat('x', 9000000)), changed_xid = pg_current_xact_id()
                """);

        var first = feed.read(start, 3);
        var second = feed.read(first.end(), 3);

        assertThat(first.changed()).hasSize(2);
        assertThat(first.isLast()).isFalse();
        assertThat(second.changed()).hasSize(1);
        assertThat(second.isLast()).isTrue();
    }

    @Test
    void aRestoredCatalogueIsAnotherOne() {
        var before = feed.state();

        execute("UPDATE incarnation SET id = gen_random_uuid()");

        assertThat(feed.state().catalogue()).isNotEqualTo(before.catalogue());
        assertThat(feed.state().horizon()).isGreaterThan(before.horizon());
    }
}
