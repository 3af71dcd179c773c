package io.accession.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.KeyOrder;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrefixListingTest {

    @TempDir
    Path directory;

    private final TreeSet<String> keys = new TreeSet<>(KeyOrder.OF_KEYS);
    private final AtomicInteger requests = new AtomicInteger();

    private ObjectPage page(String prefix, String after) {
        requests.incrementAndGet();
        var found = keys.tailSet(after.compareTo(prefix) < 0 ? prefix : after, after.isEmpty()).stream()
                .filter(key -> KeyOrder.OF_KEYS.compare(key, after) > 0)
                .takeWhile(key -> key.startsWith(prefix))
                .limit(11)
                .toList();
        boolean more = found.size() == 11;
        var shown = more ? found.subList(0, 10) : found;
        return new ObjectPage(
                shown.stream()
                        .map(key -> new ObjectPage.Listed(key, new ObjectStat(1, null, null, null)))
                        .toList(),
                more ? shown.getLast() : null);
    }

    private List<String> listed(ListOnlyStore store, String prefix, boolean flat) throws Exception {
        var listed = new ArrayList<String>();
        new PrefixListing(store, new ObjectPrefix(Provider.AWS_S3, "aws", "b", prefix), flat, directory)
                .forEach((key, bytes) -> listed.add(key), found -> {});
        return listed;
    }

    @RepeatedTest(5)
    void everyKeyComesOnceAndInOrderHoweverTheWorkIsShared() throws Exception {
        var random = new Random();
        long seed = random.nextLong();
        random.setSeed(seed);
        var names = List.of("a", "a0", "a/", "b/", "c\uE000/", "\uD83D\uDE00/", "d", "/", "z.");
        for (int i = 0; i < 3_000; i++) {
            var key = new StringBuilder("p/");
            for (int parts = random.nextInt(5); parts >= 0; parts--) {
                key.append(names.get(random.nextInt(names.size())));
            }
            keys.add(key.toString() + random.nextInt(50));
        }
        keys.add("other");

        var listed = listed((bucket, prefix, after) -> page(prefix, after), "p/", false);

        assertThat(listed)
                .as("seed %s", seed)
                .containsExactlyElementsOf(
                        keys.stream().filter(key -> key.startsWith("p/")).toList());
    }

    @Test
    void aFlatListingPassesOverSubDirectoriesWithoutListingThem() throws Exception {
        IntStream.range(0, 20_000).forEach(i -> keys.add("p/deep/" + i));
        keys.addAll(List.of("p/a.jpg", "p/deep", "p/deep0", "p/z.jpg"));

        var listed = listed((bucket, prefix, after) -> page(prefix, after), "p/", true);

        assertThat(listed).containsExactly("p/a.jpg", "p/deep", "p/deep0", "p/z.jpg");
        assertThat(requests).hasValueLessThan(10);
    }

    @Test
    void anEmptyPrefixIsAnEmptyListing() throws Exception {
        assertThat(listed((bucket, prefix, after) -> page(prefix, after), "nothing/", false))
                .isEmpty();
    }

    @Test
    void aStorageThatStumblesIsAskedAgain() throws Exception {
        IntStream.range(0, 100).forEach(i -> keys.add("p/" + i));
        var stumbles = new AtomicInteger(2);

        var listed = listed(
                (bucket, prefix, after) -> {
                    if (stumbles.getAndDecrement() > 0) {
                        throw new ObjectUnavailableException(FailureCode.STORAGE_UNREACHABLE, "slow down");
                    }
                    return page(prefix, after);
                },
                "p/",
                false);

        assertThat(listed).hasSize(100);
    }

    @Test
    void aListingThatFailsInTheMiddleFailsAsAWhole() {
        IntStream.range(0, 5_000).forEach(i -> keys.add("p/" + i % 50 + "/" + i));
        var before = new AtomicInteger(40);

        assertThatThrownBy(() -> listed(
                        (bucket, prefix, after) -> {
                            if (before.getAndDecrement() < 0) {
                                throw new ObjectUnavailableException(FailureCode.OBJECT_FORBIDDEN, "not any more");
                            }
                            return page(prefix, after);
                        },
                        "p/",
                        false))
                .isInstanceOf(ObjectUnavailableException.class)
                .hasMessage("not any more");
    }
}
