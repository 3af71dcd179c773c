package io.accession.server.rest;

import io.accession.api.NewSshKey;
import io.accession.api.NewToken;
import io.accession.api.Page;
import io.accession.api.PasswordChange;
import io.accession.api.ProfileChange;
import io.accession.api.SshKey;
import io.accession.api.Token;
import io.accession.core.registry.KnownToken;
import io.accession.core.registry.Names;
import io.accession.core.registry.Profiles;
import io.accession.core.registry.SshPublicKey;
import io.accession.core.registry.Users;
import io.accession.core.session.Password;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do about themselves. */
public final class ProfileRoutes {

    private final Users users;
    private final Profiles profiles;
    private final io.accession.core.session.PasswordChange passwords;

    public ProfileRoutes(Users users, Profiles profiles, io.accession.core.session.PasswordChange passwords) {
        this.users = users;
        this.profiles = profiles;
        this.passwords = passwords;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/profile", this::read),
                Operation.patch("/api/v1/profile", this::rename),
                Operation.post("/api/v1/profile/password", this::changePassword),
                Operation.get("/api/v1/profile/ssh-keys", this::listKeys),
                Operation.post("/api/v1/profile/ssh-keys", this::addKey),
                Operation.delete("/api/v1/profile/ssh-keys/{id}", this::removeKey),
                Operation.get("/api/v1/profile/tokens", this::listTokens),
                Operation.post("/api/v1/profile/tokens", this::issueToken),
                Operation.delete("/api/v1/profile/tokens/{id}", this::revokeToken));
    }

    private void read(Call call) throws IOException {
        call.answer(UserRoutes.shown(users.find(call.asking().id()).orElseThrow()));
    }

    private void rename(Call call) throws IOException {
        var name = call.body(ProfileChange.class).name();
        if (!name.isEmpty()) {
            Names.check("/name", name);
        }
        call.answer(UserRoutes.shown(profiles.rename(call.asking(), name)));
    }

    private void changePassword(Call call) throws IOException {
        var body = call.body(PasswordChange.class);
        passwords.change(
                call.asking(),
                body.current() == null ? null : new Password(body.current().reveal()),
                body.password().reveal(),
                call.session().orElse(null),
                call.sender());
        call.answerNothing();
    }

    private void listKeys(Call call) throws IOException {
        var keys = profiles.listKeys(call.asking());
        call.answer(new Page<>(keys.stream().map(ProfileRoutes::shown).toList(), null));
    }

    private void addKey(Call call) throws IOException {
        var body = call.body(NewSshKey.class);
        var key = SshPublicKey.parse(body.sshPublicKey());
        call.answer(Status.CREATED_201, shown(profiles.addKey(call.asking(), name(body.name()), key)));
    }

    private void removeKey(Call call) {
        profiles.removeKey(call.asking(), call.path("id"));
        call.answerNothing();
    }

    private void listTokens(Call call) throws IOException {
        var tokens = profiles.listTokens(call.asking());
        call.answer(new Page<>(tokens.stream().map(ProfileRoutes::shown).toList(), null));
    }

    private void issueToken(Call call) throws IOException {
        var body = call.body(NewToken.class);
        var issued = users.issueToken(call.asking(), call.asking().id(), name(body.name()));
        call.answer(Status.CREATED_201, UserRoutes.shown(issued));
    }

    private void revokeToken(Call call) {
        profiles.revokeToken(call.asking(), call.id("id", "token"));
        call.answerNothing();
    }

    private static String name(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return "";
        }
        Names.check("/name", given);
        return given;
    }

    private static SshKey shown(io.accession.core.registry.SshKey key) {
        return new SshKey(key.key().id(), key.name(), key.key().fingerprint(), key.createdAt());
    }

    private static Token shown(KnownToken token) {
        return new Token(token.id(), token.name(), token.createdAt(), token.lastUsedAt(), token.expiresAt());
    }
}
