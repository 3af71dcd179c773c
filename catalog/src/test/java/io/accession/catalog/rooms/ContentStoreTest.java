package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.catalog.registry.PostgresContentStore;
import io.accession.core.content.ContentStore.Gain;
import io.accession.core.content.ContentStore.Kept;
import io.accession.core.content.ContentStore.NewContent;
import io.accession.core.content.ContentStore.NewMeaning;
import io.accession.core.content.ReadContent;
import io.accession.core.domain.ItemId;
import io.accession.core.search.FeedMark;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final PostgresContentStore store = new PostgresContentStore(DATABASE.jdbi());
    private final PostgresChangeFeed feed = new PostgresChangeFeed(DATABASE.jdbi());
    private final String under = UUID.randomUUID().toString();
    private final ItemId item = new ItemId(UUID.randomUUID());
    private final FeedMark end = new FeedMark(7, item.value());

    private ItemId inserted() {
        DATABASE.jdbi().useHandle(handle -> handle.execute("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, is_hidden, created_by, created_at,
                                          edited_at)
                        VALUES (?, gen_random_uuid(), 'image', 'a', sha256('a'), 0, false, gen_random_uuid(), now(), now())
                        """, item.value()));
        return item;
    }

    private UUID claim() {
        return Objects.requireNonNull(store.claim(under, LEASE));
    }

    private Kept kept() {
        return Objects.requireNonNull(store.kept(List.of(item)).get(item));
    }

    private Gain content(ReadContent content, @Nullable Duration again) {
        return new Gain(List.of(new NewContent(item, "source", content, 2, again)), List.of(), List.of(), end);
    }

    @Test
    void whatWasReadIsToldByTheFeedAndIsKnownAfterwards() {
        inserted();
        var before = feed.state();

        store.keep(
                claim(),
                new Gain(
                        List.of(new NewContent(item, "source", new ReadContent.Words("so\0 many words"), 1, null)),
                        List.of(new NewMeaning(item, "meant", new float[] {1, -0.5f})),
                        List.of(),
                        end));

        var told = feed.read(new FeedMark(before.next() - 1, new UUID(0, 0)), 10).changed().stream()
                .filter(changed -> changed.id().equals(item))
                .findFirst()
                .orElseThrow();
        assertThat(told.text().content()).isEqualTo("so many words");
        assertThat(told.text().meaning()).containsExactly(1, -0.5f);
        assertThat(kept()).satisfies(kept -> {
            assertThat(kept.source()).isEqualTo("source");
            assertThat(kept.meant()).isEqualTo("meant");
            assertThat(kept.isDue()).isFalse();
        });
        assertThat(store.mark(under)).isEqualTo(end);
        assertThat(store.mark("other circumstances")).isEqualTo(FeedMark.START);
    }

    @Test
    void onlyOneReadsAndWhoLostItsClaimKeepsNothing() {
        inserted();
        var lost = Objects.requireNonNull(store.claim(under, Duration.ZERO));
        var claim = claim();

        assertThat(store.claim(under, LEASE)).isNull();
        assertThat(store.renew(lost, LEASE)).isFalse();
        store.keep(lost, content(new ReadContent.Words("lost"), null));

        assertThat(store.mark(under)).isEqualTo(FeedMark.START);
        assertThat(kept().source()).isNull();
        assertThat(store.renew(claim, LEASE)).isTrue();
        store.keep(claim, content(new ReadContent.Words("kept"), null));
        assertThat(kept().source()).isEqualTo("source");
    }

    @Test
    void theFeedTellsAgainWhatIsDue() {
        inserted();
        store.keep(claim(), content(new ReadContent.Unreachable("It is down."), LEASE));
        assertThat(store.remind(10)).isZero();

        store.keep(claim(), content(new ReadContent.Unreachable("It is down."), Duration.ZERO));
        var before = feed.state();

        assertThat(store.remind(10)).isEqualTo(1);
        assertThat(feed.countBehind(new FeedMark(before.next() - 1, new UUID(0, 0)), 10))
                .isEqualTo(1);
        assertThat(kept().isDue()).isTrue();
        store.keep(claim(), content(new ReadContent.Unreadable("It is gone."), null));
        assertThat(store.remind(10)).isZero();
    }

    @Test
    void whatIsGoneSaysNothing() {
        store.keep(claim(), content(new ReadContent.Words("never kept"), null));
        assertThat(kept().source()).isNull();

        inserted();
        store.keep(claim(), content(new ReadContent.Words("kept"), null));
        store.keep(claim(), new Gain(List.of(), List.of(), List.of(item), end));

        assertThat(kept().source()).isNull();
    }
}
