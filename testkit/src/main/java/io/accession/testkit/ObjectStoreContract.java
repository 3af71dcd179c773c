package io.accession.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store promises about reading. A store that also writes and lists extends {@link WritableObjectStoreContract}. */
public abstract class ObjectStoreContract {

    private static final byte[] BYTES = new byte[10_000];

    static {
        for (int i = 0; i < BYTES.length; i++) {
            BYTES[i] = (byte) ((i * 31) >>> 3);
        }
    }

    protected abstract ObjectStore store();

    /** Puts an object where the store finds it, replacing what was there. */
    protected abstract ObjectLocation holds(String key, byte[] bytes) throws Exception;

    /** The name of an object that is not there, in a place that is. */
    protected abstract ObjectLocation absent(String key);

    @Test
    void statTellsTheSizeAndWhatToTellAChangeBy() throws Exception {
        var object = holds("stat", BYTES);

        var stat = store().stat(object);

        assertThat(stat.bytes()).isEqualTo(BYTES.length);
        assertThat(stat.etag()).isNotBlank();
    }

    @Test
    void aReadGivesTheBytesAskedForAndTheSizeOfTheWhole() throws Exception {
        var object = holds("read", BYTES);

        var read = store().read(object, 100, 50);

        assertThat(read.bytes()).isEqualTo(Arrays.copyOfRange(BYTES, 100, 150));
        assertThat(read.stat().bytes()).isEqualTo(BYTES.length);
        assertThat(read.stat().etag()).isEqualTo(store().stat(object).etag());
    }

    @Test
    void aReadAcrossTheEndGivesWhatIsThere() throws Exception {
        var object = holds("end", BYTES);

        assertThat(store().read(object, 9_990, 50).bytes()).isEqualTo(Arrays.copyOfRange(BYTES, 9_990, 10_000));
        assertThat(store().read(object, 0, 1 << 20).bytes()).isEqualTo(BYTES);
    }

    @Test
    void aReadAtOrPastTheEndGivesNoBytesButTheSize() throws Exception {
        var object = holds("past", BYTES);

        assertThat(store().read(object, 10_000, 1).bytes()).isEmpty();
        assertThat(store().read(object, 123_456_789_012L, 10).bytes()).isEmpty();
        assertThat(store().read(object, 123_456, 10).stat().bytes()).isEqualTo(BYTES.length);
    }

    @Test
    void aReadOfNothingGivesNothing() throws Exception {
        var read = store().read(holds("nothing", BYTES), 5, 0);

        assertThat(read.bytes()).isEmpty();
        assertThat(read.stat().bytes()).isEqualTo(BYTES.length);
    }

    @Test
    void anEmptyObjectIsThereAndHasNoBytes() throws Exception {
        var object = holds("empty", new byte[0]);

        assertThat(store().stat(object).bytes()).isZero();
        assertThat(store().read(object, 0, 100).bytes()).isEmpty();
        assertThat(store().read(object, 0, 100).stat().bytes()).isZero();
    }

    @Test
    void awkwardKeysNameTheirOwnObjects() throws Exception {
        String[] keys = {"a b+c", "a%20b+c", "ü/日本", "q?x=1&y#z", "(a)'!*~;,=@:$[b]", "x/.hidden/…", "\uD83D\uDE00"};
        for (String key : keys) {
            byte[] own = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);

            var object = holds(key, own);

            assertThat(store().read(object, 0, 100).bytes()).as(key).isEqualTo(own);
        }
    }

    @Test
    void anAbsentObjectIsNotFound() {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().stat(absent("absent")))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().read(absent("absent"), 0, 10))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }

    @Test
    void otherBytesAreToldByAnotherEtag() throws Exception {
        var object = holds("changing", BYTES);
        var before = store().stat(object).etag();

        holds("changing", Arrays.copyOf(BYTES, 5_000));

        assertThat(store().stat(object).etag()).isNotEqualTo(before);
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        var object = holds("shared", BYTES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<byte[]>)
                            () -> store().read(object, i * 100L, 100).bytes())
                    .toList();

            var answers = threads.invokeAll(reads);

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(Arrays.copyOfRange(BYTES, i * 100, i * 100 + 100));
            }
        }
    }
}
