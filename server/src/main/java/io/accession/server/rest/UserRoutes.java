package io.accession.server.rest;

import io.accession.api.IssuedToken;
import io.accession.api.NewToken;
import io.accession.api.NewUser;
import io.accession.api.Secret;
import io.accession.api.User;
import io.accession.core.domain.UserId;
import io.accession.core.registry.SshPublicKey;
import io.accession.core.registry.Users;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;

/** Users and their tokens. */
public final class UserRoutes {

    private final Users users;

    public UserRoutes(Users users) {
        this.users = users;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/users", this::add),
                Operation.get("/api/v1/users", this::list),
                Operation.post("/api/v1/users/{id}/tokens", this::issueToken));
    }

    private void add(Call call) throws IOException {
        var body = call.body(NewUser.class);
        var key = body.sshPublicKey() == null ? null : SshPublicKey.parse(body.sshPublicKey());
        var user = users.add(
                call.asking(),
                new io.accession.core.registry.NewUser(
                        body.email(), body.name() == null ? "" : body.name(), body.admin(), key));
        call.answer(Status.CREATED_201, shown(user));
    }

    private void list(Call call) throws IOException {
        var page = users.list(call.asking(), call.query("search").orElse(""), Paging.request(call));
        call.answer(Paging.answer(page, UserRoutes::shown));
    }

    private void issueToken(Call call) throws IOException {
        var body = call.body(NewToken.class);
        var issued = users.issueToken(
                call.asking(), new UserId(call.id("id", "user")), body.name() == null ? "" : body.name());
        call.answer(Status.CREATED_201, shown(issued));
    }

    static IssuedToken shown(io.accession.core.registry.IssuedToken issued) {
        var name = issued.name().isEmpty() ? null : issued.name();
        return new IssuedToken(issued.id(), name, new Secret(issued.token().reveal()), issued.createdAt());
    }

    static User shown(io.accession.core.registry.User user) {
        return new User(
                user.id().value(),
                user.email(),
                user.name(),
                user.isAdministrator(),
                user.isActive(),
                user.createdAt());
    }
}
