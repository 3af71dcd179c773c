package io.accession.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedLookTest {

    private static final int CALLERS = 1_000;

    private final Map<Integer, String> stored = new ConcurrentHashMap<>();
    private final List<Set<Integer>> looks = new CopyOnWriteArrayList<>();

    @Test
    void whatIsThereIsFoundAndTheRestIsNot() {
        stored.put(1, "one");
        var shared = new SharedLook<>(this::look);

        assertThat(shared.find(1)).contains("one");
        assertThat(shared.find(2)).isEmpty();
    }

    @Test
    void thoseWhoAskWhileALookRunsShareTheNextOne() throws Exception {
        IntStream.range(0, CALLERS).forEach(key -> stored.put(key, "value " + key));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var shared = new SharedLook<Integer, String>(keys -> {
            begun.countDown();
            await(goOn);
            return look(keys);
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.find(0));
            begun.await();
            var others = IntStream.range(1, CALLERS)
                    .mapToObj(key -> threads.submit(() -> shared.find(key)))
                    .toList();
            goOn.countDown();

            assertThat(first.get()).contains("value 0");
            for (int key = 1; key < CALLERS; key++) {
                assertThat(others.get(key - 1).get()).contains("value " + key);
            }
        }
        assertThat(looks.stream().mapToInt(Set::size).sum()).isEqualTo(CALLERS);
        assertThat(looks.getFirst()).containsExactly(0);
    }

    /** What was stored before somebody asked is seen, also while an older look is still on its way. */
    @Test
    void nobodyIsAnsweredWithALookThatBeganBeforeTheyAsked() throws Exception {
        stored.put(1, "before");
        var hasRead = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var shared = new SharedLook<Integer, String>(keys -> {
            var found = look(keys);
            hasRead.countDown();
            await(goOn);
            return found;
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var early = threads.submit(() -> shared.find(1));
            hasRead.await();
            stored.put(1, "after");
            var late = threads.submit(() -> shared.find(1));
            goOn.countDown();

            assertThat(early.get()).contains("before");
            assertThat(late.get()).contains("after");
        }
    }

    @Test
    void aLookThatFailsFailsForThoseWhoShareItAndForNobodyElse() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Function<Set<Integer>, Map<Integer, String>> failing = keys -> {
            begun.countDown();
            await(goOn);
            if (looks.isEmpty()) {
                looks.add(keys);
                throw new IllegalStateException("no connection");
            }
            return look(keys);
        };
        stored.put(1, "one");
        var shared = new SharedLook<>(failing);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> shared.find(1));
            begun.await();
            var second = threads.submit(() -> shared.find(1));
            goOn.countDown();

            assertThatThrownBy(first::get).hasRootCauseMessage("no connection");
            assertThat(second.get()).contains("one");
        }
    }

    private Map<Integer, String> look(Set<Integer> keys) {
        looks.add(Set.copyOf(keys));
        return keys.stream().filter(stored::containsKey).collect(Collectors.toMap(key -> key, stored::get));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
