package io.accession.catalog;

import io.accession.core.catalogue.IdentityTakenException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A transaction that is repeated when it loses against a concurrent one. */
final class RepeatedTransaction {

    private static final int REPEATS = 20;

    private RepeatedTransaction() {}

    static <T> T in(Jdbi jdbi, Function<Handle, T> work) {
        for (int repeat = 0; ; repeat++) {
            try {
                return jdbi.inTransaction(work::apply);
            } catch (IdentityTakenException e) {
                if (repeat == REPEATS) {
                    throw e;
                }
            } catch (JdbiException e) {
                if (repeat == REPEATS
                        || !SqlStates.cause(e).map(SqlStates::isLostRace).orElse(false)) {
                    throw e;
                }
            }
        }
    }
}
