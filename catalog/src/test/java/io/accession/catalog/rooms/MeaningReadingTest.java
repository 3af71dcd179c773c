package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.catalog.registry.PostgresContentStore;
import io.accession.core.content.MeaningReading;
import io.accession.core.domain.ItemId;
import io.accession.core.embedding.TextEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeaningReadingTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String BROKEN = "The text encoder cannot be used.";

    private final PostgresContentStore store = new PostgresContentStore(DATABASE.jdbi());
    private final MoodyEncoder encoder = new MoodyEncoder();
    private long nanoseconds;

    private final MeaningReading reading = new MeaningReading(
            new PostgresChangeFeed(DATABASE.jdbi()), store, Optional::empty, encoder, () -> nanoseconds);

    /** Takes every text, none, or all but one. */
    private static final class MoodyEncoder implements TextEncoder {

        private final String name = UUID.randomUUID().toString();
        private @Nullable String notTaken;
        private boolean isBroken;
        private int asked;

        @Override
        public String name() {
            return name;
        }

        @Override
        public Kind kind() {
            return Kind.MODEL;
        }

        @Override
        public Outcome encode(List<String> texts) {
            asked++;
            if (isBroken) {
                throw new UnsatisfiedLinkError(BROKEN);
            }
            return Objects.equals(texts.getFirst(), notTaken)
                    ? new Outcome.Failed("The text is not taken.")
                    : new Outcome.Encoded(List.of(new float[] {1, 2}));
        }
    }

    @BeforeEach
    void haveNothingElse() {
        DATABASE.jdbi().useHandle(handle -> handle.execute("DELETE FROM item"));
    }

    private static ItemId item(String name) {
        var item = new ItemId(UUID.randomUUID());
        DATABASE.jdbi().useHandle(handle -> handle.execute("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, is_hidden, created_by, created_at,
                                          edited_at)
                        VALUES (?, gen_random_uuid(), 'image', ?, sha256('a'), 0, false, gen_random_uuid(), now(), now())
                        """, item.value(), name));
        return item;
    }

    private boolean hasMeaning(ItemId item) {
        var kept = store.kept(List.of(item)).get(item);
        return kept != null && kept.meant() != null;
    }

    @Test
    void anEncoderThatDoesNotWorkIsTriedLessAndLessOftenAndNothingIsLost() {
        var item = item("a car");
        encoder.isBroken = true;

        assertThat(reading.readNext()).isFalse();
        assertThat(reading.fault().orElse("")).contains(BROKEN);
        int asked = encoder.asked;
        nanoseconds += Duration.ofSeconds(4).toNanos();
        assertThat(reading.readNext()).isFalse();
        assertThat(encoder.asked).isEqualTo(asked);
        nanoseconds += Duration.ofSeconds(1).toNanos();
        assertThat(reading.readNext()).isFalse();
        assertThat(encoder.asked).isGreaterThan(asked);

        encoder.isBroken = false;
        nanoseconds += Duration.ofSeconds(9).toNanos();
        assertThat(reading.readNext()).isFalse();
        assertThat(hasMeaning(item)).isFalse();
        nanoseconds += Duration.ofSeconds(1).toNanos();
        assertThat(reading.readNext()).isTrue();
        assertThat(hasMeaning(item)).isTrue();
        assertThat(reading.fault()).isEmpty();
    }

    @Test
    void aTextThatIsNotTakenDoesNotHoldUpTheOthers() {
        var refused = item("a riddle");
        var taken = item("a car");
        encoder.notTaken = "a riddle";

        assertThat(reading.readNext()).isTrue();

        assertThat(hasMeaning(refused)).isFalse();
        assertThat(hasMeaning(taken)).isTrue();
        assertThat(reading.fault()).isEmpty();
    }
}
