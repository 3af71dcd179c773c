package io.accession.server.rest;

import io.accession.api.NewRole;
import io.accession.api.Roles;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.UserId;
import io.accession.core.registry.Grantee;
import io.accession.core.registry.Role;
import io.accession.core.registry.Shared;
import io.accession.core.registry.Sharing;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Roles in folders, storage integrations and datasets. */
public final class SharingRoutes {

    private final Sharing sharing;

    public SharingRoutes(Sharing sharing) {
        this.sharing = sharing;
    }

    public List<Operation> operations() {
        return Stream.of(
                        of("/api/v1/folders", call -> new Shared.Folder(new FolderId(call.id("id", "folder")))),
                        of(
                                "/api/v1/integrations",
                                call -> new Shared.Integration(
                                        new IntegrationId(call.id("id", "storage integration")))),
                        of("/api/v1/datasets", call -> new Shared.Dataset(new DatasetId(call.id("id", "dataset")))))
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> of(String path, Function<Call, Shared> what) {
        var roles = path + "/{id}/roles";
        return List.of(
                Operation.get(roles, call -> list(call, what.apply(call))),
                Operation.post(roles, call -> grant(call, what.apply(call))),
                Operation.delete(
                        roles + "/users/{user}",
                        call -> revoke(
                                call, what.apply(call), new Grantee.OfUser(new UserId(call.id("user", "user"))))),
                Operation.delete(
                        roles + "/groups/{group}",
                        call -> revoke(
                                call, what.apply(call), new Grantee.OfGroup(call.id("group", "group of users")))));
    }

    private void list(Call call, Shared what) throws IOException {
        call.answer(shown(sharing.list(call.asking(), what)));
    }

    private void grant(Call call, Shared what) throws IOException {
        var body = call.body(NewRole.class);
        var role = Role.find(body.role()).orElseThrow(() -> Call.invalid("/role", "admin or user is expected."));
        sharing.grant(call.asking(), what, grantee(body), role);
        call.answer(shown(sharing.list(call.asking(), what)));
    }

    private Grantee grantee(NewRole body) {
        if (body.email() != null && body.groupId() == null) {
            return new Grantee.OfUser(sharing.userWith(body.email()));
        }
        if (body.email() == null && body.groupId() != null) {
            return new Grantee.OfGroup(body.groupId());
        }
        throw Call.invalid("", "Name either a user by email or a group by groupId.");
    }

    private void revoke(Call call, Shared what, Grantee grantee) {
        sharing.revoke(call.asking(), what, grantee);
        call.answerNothing();
    }

    private static Roles shown(Sharing.Grants grants) {
        return new Roles(
                grants.users().stream()
                        .map(grant -> new Roles.OfUser(
                                UserRoutes.shown(grant.user()), grant.role().wireName()))
                        .toList(),
                grants.groups().stream()
                        .map(grant -> new Roles.OfGroup(
                                GroupRoutes.shown(grant.group()), grant.role().wireName()))
                        .toList());
    }
}
