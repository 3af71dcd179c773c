package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing slow. An address has so many failures free, fewer for one account; after that, each has to wait for the next one. There is no
 * limit on an account alone: others could lock its owner out. Counts for this process. Safe for use by many threads.
 */
public final class SignInThrottle {

    private static final Allowance FOR_ACCOUNT = new Allowance(5, Duration.ofSeconds(30));
    private static final Allowance FOR_ADDRESS = new Allowance(50, Duration.ofSeconds(6));
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Instant> paidUntil = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** {@code burst} failures are free; one more becomes free after each {@code pause}. */
    private record Allowance(int burst, Duration pause) {
        Duration credit() {
            return pause.multipliedBy(burst);
        }
    }

    /**
     * Counts as a failure until {@link #succeeded} takes it back.
     *
     * @throws RegistryException TooManyRequests, with the time to wait
     */
    synchronized void attempt(String address, String account) {
        var wait = wait(address, FOR_ADDRESS).or(() -> wait(key(address, account), FOR_ACCOUNT));
        if (wait.isPresent()) {
            int seconds = (int) wait.get().toSeconds() + 1;
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "There were too many failed attempts from your address. Try again in " + seconds + " seconds.",
                    seconds));
        }
        add(address, FOR_ADDRESS.pause());
        add(key(address, account), FOR_ACCOUNT.pause());
    }

    synchronized void succeeded(String address, String account) {
        add(address, FOR_ADDRESS.pause().negated());
        paidUntil.remove(key(address, account));
    }

    private static String key(String address, String account) {
        return address + " " + account.toLowerCase(Locale.ROOT);
    }

    private Optional<Duration> wait(String key, Allowance allowance) {
        var limit = clock.instant().plus(allowance.credit()).minus(allowance.pause());
        var wait = Duration.between(limit, paidUntil.getOrDefault(key, limit));
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }

    private void add(String key, Duration pause) {
        var now = clock.instant();
        var until = paidUntil.getOrDefault(key, now);
        paidUntil.put(key, (until.isBefore(now) ? now : until).plus(pause));
    }
}
