package io.accession.server.rest;

import io.accession.api.NewGroupMember;
import io.accession.api.NewUserGroup;
import io.accession.api.UserGroup;
import io.accession.core.domain.UserId;
import io.accession.core.registry.Names;
import io.accession.core.registry.UserGroups;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Groups of users. */
public final class GroupRoutes {

    private final UserGroups groups;

    public GroupRoutes(UserGroups groups) {
        this.groups = groups;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/groups", this::list),
                Operation.post("/api/v1/groups", this::create),
                Operation.delete("/api/v1/groups/{id}", this::remove),
                Operation.get("/api/v1/groups/{id}/members", this::listMembers),
                Operation.post("/api/v1/groups/{id}/members", this::addMember),
                Operation.delete("/api/v1/groups/{id}/members/{user}", this::removeMember));
    }

    private void list(Call call) throws IOException {
        call.answer(Paging.answer(groups.list(call.asking(), Paging.request(call)), GroupRoutes::shown));
    }

    private void create(Call call) throws IOException {
        var body = call.body(NewUserGroup.class);
        Names.check("/name", body.name());
        var group = groups.add(call.asking(), body.name(), body.description() == null ? "" : body.description());
        call.answer(Status.CREATED_201, shown(group));
    }

    private void remove(Call call) {
        groups.remove(call.asking(), group(call));
        call.answerNothing();
    }

    private void listMembers(Call call) throws IOException {
        call.answer(
                Paging.answer(groups.listMembers(call.asking(), group(call), Paging.request(call)), UserRoutes::shown));
    }

    private void addMember(Call call) throws IOException {
        groups.addMember(
                call.asking(),
                group(call),
                new UserId(call.body(NewGroupMember.class).userId()));
        call.answerNothing();
    }

    private void removeMember(Call call) {
        groups.removeMember(call.asking(), group(call), new UserId(call.id("user", "user")));
        call.answerNothing();
    }

    private static UUID group(Call call) {
        return call.id("id", "group of users");
    }

    static UserGroup shown(io.accession.core.registry.UserGroup group) {
        return new UserGroup(group.id(), group.name(), group.description(), group.createdAt());
    }
}
