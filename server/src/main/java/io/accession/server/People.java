package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.registry.PostgresFounding;
import io.accession.catalog.registry.PostgresOneTimeCodes;
import io.accession.catalog.registry.PostgresPasswords;
import io.accession.catalog.registry.PostgresProfiles;
import io.accession.catalog.registry.PostgresSessions;
import io.accession.catalog.registry.PostgresSharing;
import io.accession.catalog.registry.PostgresUserChanges;
import io.accession.catalog.registry.PostgresUserGroups;
import io.accession.catalog.registry.PostgresUsers;
import io.accession.core.registry.Sharing;
import io.accession.core.registry.UserGroups;
import io.accession.core.registry.Users;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.PasswordChange;
import io.accession.core.session.PasswordHashing;
import io.accession.core.session.PasswordLinks;
import io.accession.core.session.SessionTimes;
import io.accession.core.session.SignIn;
import io.accession.core.session.SignInThrottle;
import io.accession.server.configuration.HttpConfiguration;
import io.accession.server.http.Authentication;
import io.accession.server.http.Operation;
import io.accession.server.http.SessionCookie;
import io.accession.server.rest.GroupRoutes;
import io.accession.server.rest.PeopleRoutes;
import io.accession.server.rest.ProfileRoutes;
import io.accession.server.rest.SessionRoutes;
import io.accession.server.rest.SharingRoutes;
import io.accession.server.rest.SignedTokenRoutes;
import io.accession.server.rest.UserRoutes;
import io.accession.wire.GroupCalls;
import io.accession.wire.UserCalls;
import io.accession.wire.WireRoute;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What lets people in and what they may do, put together. */
final class People {

    private final Database database;
    private final Users users;
    private final UserGroups groups;
    private final Sharing sharing;
    private final Authentication authentication;
    private final FirstAdministrator firstAdministrator;
    private final SignIn signIn;
    private final PasswordLinks links;
    private final PasswordChange passwordChange;

    People(Database database, Supplier<UUID> ids, SecureRandom random) {
        this.database = database;
        var jdbi = database.jdbi();
        this.users = new PostgresUsers(jdbi, ids, random);
        this.groups = new PostgresUserGroups(jdbi, ids);
        this.sharing = new PostgresSharing(jdbi);
        var sessions = new PostgresSessions(jdbi, SessionTimes.DEFAULT);
        var passwords = new PostgresPasswords(jdbi);
        var codes = new PostgresOneTimeCodes(jdbi);
        var hashing = new PasswordHashing(random);
        var throttle = new SignInThrottle(Clock.systemUTC());
        this.authentication = new Authentication(users, sessions);
        this.firstAdministrator = new FirstAdministrator(new PostgresFounding(jdbi, ids), hashing, random);
        this.signIn = new SignIn(sessions, passwords, codes, users, hashing, throttle, random);
        this.links = new PasswordLinks(users, passwords, codes, hashing, random);
        this.passwordChange = new PasswordChange(passwords, hashing, throttle);
    }

    Users users() {
        return users;
    }

    UserGroups groups() {
        return groups;
    }

    Sharing sharing() {
        return sharing;
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

    List<Operation> operations(HttpConfiguration http) {
        var jdbi = database.jdbi();
        return Stream.of(
                        new UserRoutes(users).operations(),
                        new SessionRoutes(signIn, firstAdministrator, links, new SessionCookie(http.isEncrypted()))
                                .operations(),
                        new ProfileRoutes(users, new PostgresProfiles(jdbi), passwordChange).operations(),
                        new PeopleRoutes(new PostgresUserChanges(jdbi), links, http.publicUrl(), Clock.systemUTC())
                                .operations(),
                        new GroupRoutes(groups).operations(),
                        new SharingRoutes(sharing).operations(),
                        new SignedTokenRoutes(users, Clock.systemUTC()).operations())
                .flatMap(List::stream)
                .toList();
    }

    List<WireRoute> calls() {
        return Stream.of(new UserCalls(users).routes(), new GroupCalls(groups, sharing).routes())
                .flatMap(List::stream)
                .toList();
    }
}
