package io.accession.core.session;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Makes and compares password hashes, so many at a time that other work goes on. Safe for use by many threads. */
public final class PasswordHashing {

    private final SecureRandom random;
    private final PasswordHash nobody;
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    public PasswordHashing(SecureRandom random) {
        this.random = random;
        this.nobody = PasswordHash.ofNobody(random);
    }

    public PasswordHash hash(Password password) {
        return inTurn(() -> PasswordHash.of(password, random));
    }

    /** Takes the same time when there is no hash to compare with; the answer is no then. */
    boolean matches(Password password, Optional<PasswordHash> hash) {
        return inTurn(() -> hash.orElse(nobody).matches(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
