package io.accession.server.rest;

import io.accession.api.PasswordLink;
import io.accession.api.Secret;
import io.accession.api.UserChange;
import io.accession.core.domain.UserId;
import io.accession.core.registry.UserChanges;
import io.accession.core.session.PasswordLinks;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What administrators do about users who are there. */
public final class PeopleRoutes {

    private final UserChanges changes;
    private final PasswordLinks links;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    public PeopleRoutes(UserChanges changes, PasswordLinks links, Optional<URI> publicUrl, Clock clock) {
        this.changes = changes;
        this.links = links;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.patch("/api/v1/users/{id}", this::change),
                Operation.post("/api/v1/users/{id}/password-link", this::issueLink));
    }

    private void change(Call call) throws IOException {
        var body = call.body(UserChange.class);
        var change = new io.accession.core.registry.UserChange(body.name(), body.admin(), body.active());
        call.answer(UserRoutes.shown(changes.change(call.asking(), user(call), change)));
    }

    private void issueLink(Call call) throws IOException {
        var code = links.issue(call.asking(), user(call));
        var url = call.server(publicUrl) + "/set-password#" + code.reveal();
        call.answer(
                Status.CREATED_201,
                new PasswordLink(new Secret(url), clock.instant().plus(PasswordLinks.LIFETIME)));
    }

    private static UserId user(Call call) {
        return new UserId(call.id("id", "user"));
    }
}
