package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.PostgresMeasuringQueue;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.quality.MeasuringQueue;
import io.accession.core.quality.MeasuringQueue.Measurement;
import io.accession.core.quality.MeasuringQueue.Outcome;
import io.accession.core.quality.MeasuringQueue.Subject;
import io.accession.core.quality.PictureQuality;
import io.accession.core.search.FeedMark;
import io.accession.core.thumbnail.PictureSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeasuringQueueTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final UUID READABLE = UUID.randomUUID();
    private static final UUID STRICT = UUID.randomUUID();
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final PictureQuality QUALITY = new PictureQuality(0.5, 0.25, 100, 0.3, 40, -7L);

    private final MeasuringQueue queue = new PostgresMeasuringQueue(DATABASE.jdbi());

    @BeforeAll
    static void addIntegrations() {
        var owner = UUID.randomUUID();
        execute("INSERT INTO app_user (id, email, is_admin) VALUES (?, 'owner@example.org', true)", owner);
        for (var integration : List.of(READABLE, STRICT)) {
            execute("""
                    INSERT INTO storage_integration (id, title, settings, strict_client_only, allow_private_network,
                                                     signed_url_lifetime_sec, owner_id)
                    VALUES (?, 'here', '{}', ?, false, 60, ?)
                    """, integration, integration.equals(STRICT), owner);
        }
    }

    private static void execute(String statement, Object... arguments) {
        DATABASE.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private static UUID inserted(String name, String mimeType, UUID integration, boolean isMember) {
        var id = UUID.randomUUID();
        execute("""
                INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, integration_id, object_url, mime_type,
                                  duration_sec, is_hidden, created_by, created_at, edited_at)
                VALUES (?, ?, 'image', ?, sha256(CAST(? AS bytea)), 0, ?, ?, ?, 20, ?, gen_random_uuid(), now(), now())
                """, id, new UUID(0, 1), name, name, integration, "s3://bucket/" + name, mimeType, isMember);
        return id;
    }

    private static UUID picture(String name) {
        return inserted(name, "image/jpeg", READABLE, false);
    }

    @AfterEach
    void empty() {
        execute("DELETE FROM item");
        execute("DELETE FROM item_quality");
    }

    private void addAll() {
        while (queue.addChanged()) {
            // until there are no more changes
        }
    }

    private List<Subject> claimed() {
        return queue.claim(10, LEASE);
    }

    private static Measurement of(Subject subject, Outcome outcome) {
        return new Measurement(subject, outcome, 2, 1_000);
    }

    private static void endLeases() {
        execute("UPDATE item_quality SET due_at = '-infinity'");
    }

    @Test
    void onlyPicturesAndVideosThatMayBeReadAreMeasured() {
        var picture = picture("a.jpg");
        var video = inserted("b.mp4", "video/mp4", READABLE, false);
        inserted("c.txt", "text/plain", READABLE, false);
        inserted("d.jpg", "image/jpeg", STRICT, false);
        inserted("e.jpg", "image/jpeg", READABLE, true);
        addAll();

        var claimed = claimed();

        assertThat(claimed).extracting(subject -> subject.item().value()).containsExactlyInAnyOrder(picture, video);
        assertThat(claimed)
                .extracting(Subject::source)
                .containsExactlyInAnyOrder(new PictureSource.Still(), new PictureSource.KeyFrame(2));
        assertThat(claimed()).isEmpty();
    }

    @Test
    void whatWasMeasuredIsToldByTheFeedAndNotMeasuredAgain() {
        var picture = picture("a.jpg");
        addAll();
        var feed = new PostgresChangeFeed(DATABASE.jdbi());
        var before = new FeedMark(feed.state().horizon(), new UUID(0, 0));

        queue.store(List.of(of(claimed().getFirst(), new Outcome.Measured(QUALITY))));

        assertThat(feed.read(before, 10).changed()).singleElement().satisfies(item -> {
            assertThat(item.id().value()).isEqualTo(picture);
            assertThat(item.quality()).isEqualTo(QUALITY);
        });
        addAll();
        endLeases();
        assertThat(claimed()).isEmpty();
    }

    @Test
    void aPictureWithAnotherObjectIsMeasuredAnewAndHasNoMetricsUntilThen() {
        var picture = picture("a.jpg");
        addAll();
        queue.store(List.of(of(claimed().getFirst(), new Outcome.Measured(QUALITY))));
        var feed = new PostgresChangeFeed(DATABASE.jdbi());
        var before = new FeedMark(feed.state().horizon(), new UUID(0, 0));
        execute(
                "UPDATE item SET object_url = 's3://bucket/new.jpg', changed_xid = pg_current_xact_id() WHERE id = ?",
                picture);
        addAll();

        assertThat(feed.read(before, 10).changed())
                .singleElement()
                .satisfies(item -> assertThat(item.quality()).isNull());
        assertThat(claimed())
                .singleElement()
                .satisfies(subject -> assertThat(subject.objectUrl()).endsWith("new.jpg"));
    }

    @Test
    void whatAKilledWorkerHadIsClaimedAgainAndItsLateResultDoesNotCount() {
        picture("a.jpg");
        addAll();
        var first = claimed().getFirst();
        endLeases();
        var second = claimed().getFirst();

        queue.store(List.of(of(first, new Outcome.Failed(new Failure(FailureCode.OBJECT_DAMAGED, "late")))));
        queue.store(List.of(of(second, new Outcome.Measured(QUALITY))));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(states()).containsExactly("MEASURED");
    }

    private static List<String> states() {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT state FROM item_quality")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void whatFailedIsNotReadInALoop() {
        picture("a.jpg");
        picture("b.jpg");
        addAll();
        var claimed = claimed();
        var failure = new Failure(FailureCode.STORAGE_UNREACHABLE, "no answer");

        queue.store(List.of(
                of(claimed.get(0), new Outcome.Failed(failure)),
                of(claimed.get(1), new Outcome.Later(failure, Duration.ofHours(1)))));
        addAll();

        assertThat(claimed()).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder("FAILED", "PENDING");
        endLeases();
        assertThat(claimed())
                .containsExactly(new Subject(
                        claimed.get(1).item(),
                        claimed.get(1).integration(),
                        claimed.get(1).objectUrl(),
                        new PictureSource.Still(),
                        2));
    }

    @Test
    void whatHasNoItemAnyMoreIsForgotten() {
        var picture = picture("a.jpg");
        addAll();
        execute("DELETE FROM item WHERE id = ?", picture);

        assertThat(claimed()).isEmpty();
        assertThat(states()).isEmpty();
    }
}
