package io.accession.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows one piece of the server's work to its end by asking. For one thread, which may be interrupted. */
final class Polling<T> {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration UNREACHABLE = Duration.ofMinutes(1);

    private final Supplier<T> question;
    private final Predicate<T> ended;
    private final Consumer<T> progress;
    private final Perseverance perseverance;
    private @Nullable T last;

    /** {@code progress} hears of the first answer and of each that differs from the one before it. */
    Polling(URI server, Supplier<T> question, Predicate<T> ended, Consumer<T> progress) {
        this.question = question;
        this.ended = ended;
        this.progress = progress;
        this.perseverance = new Perseverance(server, PAUSE, UNREACHABLE);
    }

    T untilEnded() {
        while (true) {
            try {
                var answer = question.get();
                perseverance.answered();
                tell(answer);
                if (ended.test(answer)) {
                    return answer;
                }
            } catch (AccessionException e) {
                perseverance.bear(e);
            }
            perseverance.pause();
        }
    }

    private void tell(T answer) {
        if (!answer.equals(last)) {
            last = answer;
            progress.accept(answer);
        }
    }
}
