package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.MemoryStore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The view of the core, tried on a store in memory. */
class StoredObjectViewTest {

    private final MemoryStore store = new MemoryStore();

    @Test
    void aPlaceThatWasReadIsNotAskedForAgain() throws Exception {
        var view = view(counting(100), new ReadBudget(10, 1000));

        assertThat(view.read(10, 20)).startsWith(10, 11).hasSize(20);
        assertThat(view.read(15, 5)).containsExactly(15, 16, 17, 18, 19);

        assertThat(view.requests()).isEqualTo(1);
        assertThat(store.requests()).isEqualTo(1);
        assertThat(view.bytesRead()).isEqualTo(20);
    }

    @Test
    void readsStopWhereABlockBeginsThatIsAlreadyHere() throws Exception {
        var view = view(counting(100), new ReadBudget(10, 1000));
        view.read(50, 10);

        assertThat(view.read(55, 30)).hasSize(5);
        assertThat(view.read(40, 30)).hasSize(10).startsWith(40);
        assertThat(view.bytesRead()).isEqualTo(20);
    }

    @Test
    void behindTheEndThereIsNothingAndNobodyIsAsked() throws Exception {
        var view = view(counting(100), new ReadBudget(10, 1000));

        assertThat(view.read(90, 50)).hasSize(10);
        assertThat(view.read(100, 50)).isEmpty();
        assertThat(view.read(5000, 50)).isEmpty();

        assertThat(view.requests()).isEqualTo(1);
    }

    @Test
    void theStatComesWithTheFirstRead() throws Exception {
        var view = view(counting(100), new ReadBudget(1, 1000));
        view.read(0, 10);

        assertThat(view.stat().bytes()).isEqualTo(100);
        assertThat(view.requests()).isEqualTo(1);
    }

    @Test
    void aSpentBudgetEndsTheReading() throws Exception {
        var requests = view(counting(100), new ReadBudget(1, 1000));
        requests.read(0, 10);
        assertFails(FailureCode.OBJECT_TOO_LARGE, () -> requests.read(20, 10));

        var bytes = view(counting(100), new ReadBudget(10, 15));
        bytes.read(0, 10);
        assertThat(bytes.read(20, 10)).hasSize(5);
        assertFails(FailureCode.OBJECT_TOO_LARGE, () -> bytes.read(25, 5));
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadHasChanged() throws Exception {
        var view = view(counting(100), new ReadBudget(10, 1000));
        view.read(0, 10);

        store.holds("b", "k", counting(100));

        assertFails(FailureCode.OBJECT_CHANGED, () -> view.read(20, 10));
        assertThat(view.read(0, 10)).hasSize(10);
    }

    @Test
    void whoeverChangesTheBytesTheyGotChangesNothingElse() throws Exception {
        var view = view(counting(100), new ReadBudget(10, 1000));

        view.read(1, 1)[0] = 99;

        assertThat(view.read(1, 1)).containsExactly(1);
    }

    private StoredObjectView view(byte[] bytes, ReadBudget budget) {
        return new StoredObjectView(store, store.holds("b", "k", bytes), budget);
    }

    private static byte[] counting(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static void assertFails(FailureCode code, ThrowingCallable reading) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
