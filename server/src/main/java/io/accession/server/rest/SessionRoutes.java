package io.accession.server.rest;

import io.accession.api.NewFirstAdmin;
import io.accession.api.NewPassword;
import io.accession.api.NewSession;
import io.accession.api.Secret;
import io.accession.api.Session;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.OneTimeCode;
import io.accession.core.session.Opened;
import io.accession.core.session.Password;
import io.accession.core.session.PasswordLinks;
import io.accession.core.session.SessionToken;
import io.accession.core.session.SignIn;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.server.http.SessionCookie;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Signing in and out with a browser. */
public final class SessionRoutes {

    private final SignIn signIn;
    private final FirstAdministrator first;
    private final PasswordLinks links;
    private final SessionCookie cookie;

    public SessionRoutes(SignIn signIn, FirstAdministrator first, PasswordLinks links, SessionCookie cookie) {
        this.signIn = signIn;
        this.first = first;
        this.links = links;
        this.cookie = cookie;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/session", this::open).open(),
                Operation.get("/api/v1/session", this::read),
                Operation.delete("/api/v1/session", this::close),
                Operation.post("/api/v1/first-admin", this::found).open(),
                Operation.post("/api/v1/password", this::choosePassword).open());
    }

    private void open(Call call) throws IOException {
        var opened = opened(call.body(NewSession.class), call.sender());
        answer(call, Status.OK_200, opened);
    }

    private Opened opened(NewSession wish, String sender) {
        long ways = Stream.of(wish.password(), wish.token(), wish.code())
                .filter(Objects::nonNull)
                .count();
        if (ways != 1 || (wish.email() == null) != (wish.password() == null)) {
            throw Call.invalid("", "Send either email and password, or token, or code.");
        }
        if (wish.token() != null) {
            return signIn.withToken(new ApiToken(wish.token().reveal()), sender);
        }
        if (wish.code() != null) {
            return signIn.withCode(new OneTimeCode(wish.code().reveal()), sender);
        }
        return signIn.withPassword(
                Objects.requireNonNull(wish.email()), password(Objects.requireNonNull(wish.password())), sender);
    }

    private static Password password(Secret secret) {
        return new Password(secret.reveal());
    }

    /** Whatever session the browser had ends: nobody can have prepared it. */
    private void answer(Call call, Status status, Opened opened) throws IOException {
        call.shownSession().ifPresent(signIn::signOut);
        call.set(HeaderNames.SET_COOKIE, cookie.opened(opened.token()));
        call.answer(status, shown(opened));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(signIn.find(session(call)).orElseThrow(SessionRoutes::noSession)));
    }

    private void close(Call call) {
        signIn.signOut(session(call));
        call.set(HeaderNames.SET_COOKIE, cookie.closed());
        call.answerNothing();
    }

    private static SessionToken session(Call call) {
        return call.session().orElseThrow(SessionRoutes::noSession);
    }

    private static RegistryException noSession() {
        return new RegistryException(new RegistryError.Unauthenticated("There is no session: a token needs none."));
    }

    private void found(Call call) throws IOException {
        var body = call.body(NewFirstAdmin.class);
        var user = first.become(
                new OneTimeCode(body.code().reveal()),
                body.email(),
                body.name(),
                body.password().reveal());
        answer(call, Status.CREATED_201, signIn.open(user));
    }

    private void choosePassword(Call call) throws IOException {
        var body = call.body(NewPassword.class);
        var user = links.redeem(
                new OneTimeCode(body.code().reveal()), body.password().reveal());
        answer(call, Status.OK_200, signIn.open(user));
    }

    private static Session shown(Opened opened) {
        return new Session(UserRoutes.shown(opened.user()), opened.token().csrfToken());
    }
}
