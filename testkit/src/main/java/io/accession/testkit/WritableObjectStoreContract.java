package io.accession.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store promises that can be written and listed. Each test keeps to a prefix of its own. */
public abstract class WritableObjectStoreContract extends ObjectStoreContract {

    protected abstract String bucket();

    @Override
    protected ObjectLocation holds(String key, byte[] bytes) throws Exception {
        var object = absent(key);
        store().write(object, new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");
        return object;
    }

    @Test
    void whatIsWrittenIsThere() throws Exception {
        var object = absent("deep/er/written");

        var stat = store().write(
                        object, new ByteArrayInputStream("first".getBytes(StandardCharsets.UTF_8)), 5, "text/plain");

        assertThat(stat.bytes()).isEqualTo(5);
        assertThat(store().read(object, 0, 10).bytes()).asString().isEqualTo("first");
    }

    @Test
    void writingReplacesWhatWasThere() throws Exception {
        var object = holds("replaced", "a longer first version".getBytes(StandardCharsets.UTF_8));

        holds("replaced", "second".getBytes(StandardCharsets.UTF_8));

        assertThat(store().read(object, 0, 100).bytes()).asString().isEqualTo("second");
    }

    @Test
    void aStreamThatEndsEarlyLeavesWhatWasThere() throws Exception {
        var object = holds("kept", "whole".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store().write(object, new ByteArrayInputStream(new byte[10]), 20, "text/plain"));

        assertThat(store().read(object, 0, 100).bytes()).asString().isEqualTo("whole");
    }

    @Test
    void deletingTwiceSucceeds() throws Exception {
        var object = holds("doomed", new byte[3]);

        store().delete(object);
        store().delete(object);

        assertThat(keysBelow("doomed")).isEmpty();
    }

    @Test
    void objectsAreListedInTheOrderOfTheirKeys() throws Exception {
        for (String name : List.of("b", "a/2", "a-1", "a/1", "c/x/y", "ü")) {
            holds("order/" + name, new byte[1]);
        }

        assertThat(keysBelow("order/"))
                .containsExactly("order/a-1", "order/a/1", "order/a/2", "order/b", "order/c/x/y", "order/ü");
    }

    @Test
    void aPrefixNeedNotEndAtASlash() throws Exception {
        holds("prefix/apple", new byte[1]);
        holds("prefix/apricot/1", new byte[2]);
        holds("prefix/banana", new byte[3]);

        assertThat(keysBelow("prefix/ap")).containsExactly("prefix/apple", "prefix/apricot/1");
        assertThat(keysBelow("prefix/none")).isEmpty();
    }

    @Test
    void listingGoesOnAfterAKey() throws Exception {
        for (String name : List.of("1", "2/a", "2/b", "3")) {
            holds("after/" + name, new byte[1]);
        }

        var page = store().list(bucket(), "after/", "after/2/a");

        assertThat(page.objects()).extracting(ObjectPage.Listed::key).containsExactly("after/2/b", "after/3");
        assertThat(page.objects().getFirst().stat().bytes()).isEqualTo(1);
    }

    @Test
    void longListingsComeInPages() throws Exception {
        var keys = IntStream.range(0, 1_003).mapToObj("pages/%04d"::formatted).toList();
        for (String key : keys) {
            holds(key, new byte[1]);
        }

        var first = store().list(bucket(), "pages/", "");

        assertThat(first.objects()).hasSize(1_000);
        assertThat(first.after()).isEqualTo("pages/0999");
        assertThat(keysBelow("pages/")).isEqualTo(keys);
    }

    private List<String> keysBelow(String prefix) throws Exception {
        var keys = new ArrayList<String>();
        String after = "";
        do {
            var page = store().list(bucket(), prefix, after);
            page.objects().forEach(object -> keys.add(object.key()));
            after = page.after();
        } while (after != null);
        return keys;
    }
}
