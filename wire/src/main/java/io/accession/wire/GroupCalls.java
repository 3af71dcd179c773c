package io.accession.wire;

import io.accession.core.registry.Role;
import io.accession.core.registry.Shared;
import io.accession.core.registry.Sharing;
import io.accession.core.registry.UserGroup;
import io.accession.core.registry.UserGroups;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Groups of users, and the roles that folders give them. */
public final class GroupCalls {

    private static final String OF_FOLDER = "storage/folders/{folder}/groups";

    private final UserGroups groups;
    private final Sharing sharing;

    public GroupCalls(UserGroups groups, Sharing sharing) {
        this.groups = groups;
        this.sharing = sharing;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get("user/current-organisation/groups", this::list),
                WireRoute.get(OF_FOLDER, this::listOfFolder),
                WireRoute.post(OF_FOLDER, this::grant).repeated(),
                WireRoute.delete(OF_FOLDER, this::revoke));
    }

    private record Group(UUID groupHash, String name, String description, Instant createdAt) {
        static Group of(UserGroup group) {
            return new Group(group.id(), group.name(), group.description(), group.createdAt());
        }
    }

    private WireAnswer list(WireCall call) {
        return call.json(WirePage.of(groups.list(call.asking(), call.page()), Group::of));
    }

    private record FolderGroup(
            UUID groupHash,
            String name,
            String description,
            Instant createdAt,
            boolean isSameOrganisation,
            String userRole) {

        static FolderGroup of(Sharing.GroupRole granted) {
            var group = granted.group();
            return new FolderGroup(
                    group.id(),
                    group.name(),
                    group.description(),
                    group.createdAt(),
                    true,
                    granted.role().wireName());
        }
    }

    private WireAnswer listOfFolder(WireCall call) {
        var granted = sharing.list(call.asking(), folder(call)).groups();
        return call.json(WirePage.of(granted.stream().map(FolderGroup::of).toList()));
    }

    private static Shared folder(WireCall call) {
        return new Shared.Folder(call.folder());
    }

    private record Grant(List<UUID> groupHashList, String userRole) {}

    private WireAnswer grant(WireCall call) throws IOException {
        var body = call.body(Grant.class);
        var role = Role.find(body.userRole())
                .orElseThrow(() -> WireCall.invalid("userRole", "There is no role '" + body.userRole() + "'."));
        sharing.grantToGroups(call.asking(), folder(call), body.groupHashList(), role);
        return call.nothing();
    }

    private WireAnswer revoke(WireCall call) {
        sharing.revokeFromGroups(call.asking(), folder(call), call.queryIds("groupHashList"));
        return call.nothing();
    }
}
