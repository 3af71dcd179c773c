package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.registry.PostgresFounding;
import io.accession.catalog.registry.PostgresOneTimeCodes;
import io.accession.catalog.registry.PostgresPasswords;
import io.accession.catalog.registry.PostgresSessions;
import io.accession.core.registry.Users;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.PasswordHashing;
import io.accession.core.session.SessionTimes;
import io.accession.core.session.SignIn;
import io.accession.core.session.SignInThrottle;
import io.accession.server.http.Authentication;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What lets people in, put together. */
final class People {

    private final Authentication authentication;
    private final FirstAdministrator firstAdministrator;
    private final SignIn signIn;

    People(Database database, Users users, Supplier<UUID> ids, SecureRandom random) {
        var jdbi = database.jdbi();
        var sessions = new PostgresSessions(jdbi, SessionTimes.DEFAULT);
        var hashing = new PasswordHashing(random);
        this.authentication = new Authentication(users, sessions);
        this.firstAdministrator = new FirstAdministrator(new PostgresFounding(jdbi, ids), hashing, random);
        this.signIn = new SignIn(
                sessions,
                new PostgresPasswords(jdbi),
                new PostgresOneTimeCodes(jdbi),
                users,
                hashing,
                new SignInThrottle(Clock.systemUTC()),
                random);
    }

    Authentication authentication() {
        return authentication;
    }

    FirstAdministrator firstAdministrator() {
        return firstAdministrator;
    }

    SignIn signIn() {
        return signIn;
    }
}
