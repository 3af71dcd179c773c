package io.accession.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SharingCommandsTest extends WithCommandLine {

    private static final String GROUP = "01890000-0000-7000-8000-0000000000a1";
    private static final String FOLDER = "01890000-0000-7000-8000-0000000000a2";
    private static final String USER = "01890000-0000-7000-8000-0000000000a3";

    @BeforeEach
    void start() {
        given.server.on("GET /api/v1/groups", 200, CommandLineFixture.page(group()));
        given.server.on("GET /api/v1/folders", 200, CommandLineFixture.page(Documents.folder(FOLDER, "drives")));
    }

    private static String group() {
        return """
                {"id":"%s","name":"night shift","description":"","createdAt":"2026-01-02T03:04:05Z"}""".formatted(GROUP);
    }

    @Test
    void aGroupIsMadeAndFilledByName() {
        given.server.on("POST /api/v1/groups", 201, group());
        given.server.on("POST /api/v1/groups/" + GROUP + "/members", 204, "");

        var made = given.run("group", "create", "night shift");
        var filled = given.run("group", "add", "night shift", USER);

        assertThat(made.out()).isEqualTo("Group 'night shift' is made: " + GROUP + "\n");
        assertThat(filled.exitCode()).as(filled.error()).isZero();
        assertThat(given.run("group list").lines()).hasSize(2);
    }

    @Test
    void aFolderIsSharedWithAGroupAndAllRolesAreTold() {
        given.server.on("POST /api/v1/folders/" + FOLDER + "/roles", 200, """
                {"users":[],"groups":[{"group":%s,"role":"user"}]}""".formatted(group()));

        var shared = given.run("folder", "share", "drives", "--group", "night shift", "--role", "user");

        assertThat(shared.out()).as(shared.error()).isEqualTo("user   group night shift\n");
    }

    @Test
    void aRoleIsForOneOfBothAndIsNamed() {
        assertThat(given.run("folder share drives --role user").exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(given.run("folder share drives --user a@b.c --group g --role user")
                        .exitCode())
                .isEqualTo(ExitCodes.REFUSED);
        assertThat(given.run("folder share drives --user a@b.c").exitCode()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void aGroupIsRemovedAndAUserTakenOutOfIt() {
        given.server.on("DELETE /api/v1/groups/" + GROUP + "/members/" + USER, 204, "");
        given.server.on("DELETE /api/v1/groups/" + GROUP, 204, "");

        var taken = given.run("group", "take", "night shift", USER);
        var removed = given.run("group", "remove", "night shift");

        assertThat(taken.exitCode()).as(taken.error()).isZero();
        assertThat(removed.out()).as(removed.error()).isEqualTo("Group 'night shift' is removed.\n");
        assertThat(given.run("group", "remove", "night shift", USER).exitCode()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void aRoleIsTakenAwayFromWhomeverHasIt() {
        var roles = "{\"users\":[{\"user\":%s,\"role\":\"admin\"}],\"groups\":[{\"group\":%s,\"role\":\"user\"}]}"
                .formatted(user(), group());
        given.server.on("GET /api/v1/folders/" + FOLDER + "/roles", 200, roles);
        given.server.on("DELETE /api/v1/folders/" + FOLDER + "/roles/users/" + USER, 204, "");
        given.server.on("DELETE /api/v1/folders/" + FOLDER + "/roles/groups/" + GROUP, 204, "");
        given.server.on("GET /api/v1/integrations/" + FOLDER + "/roles", 200, roles);
        given.server.on("DELETE /api/v1/integrations/" + FOLDER + "/roles/groups/" + GROUP, 204, "");

        var user = given.run("folder unshare drives --user Ann@example.org");
        var group = given.run("folder", "unshare", "drives", "--group", "night shift");
        var integration = given.run("integration", "unshare", FOLDER, "--group", GROUP);

        assertThat(user.exitCode()).as(user.error()).isZero();
        assertThat(group.exitCode()).as(group.error()).isZero();
        assertThat(integration.exitCode()).as(integration.error()).isZero();
        assertThat(given.server.calls())
                .filteredOn(call -> call.route().startsWith("DELETE"))
                .hasSize(3);
        assertThat(given.run("folder unshare drives --user bo@example.org").error())
                .contains("has no role of their own");
    }

    @Test
    void aDatasetIsSharedAndTheRoleTakenAwayByItsTitle() {
        var path = "/api/v1/datasets/" + FOLDER;
        var roles = "{\"users\":[{\"user\":%s,\"role\":\"user\"}],\"groups\":[]}".formatted(user());
        given.server.on("GET /api/v1/datasets", 200, CommandLineFixture.page(dataset()));
        given.server.on("POST " + path + "/roles", 200, roles);
        given.server.on("GET " + path + "/roles", 200, roles);
        given.server.on("DELETE " + path + "/roles/users/" + USER, 204, "");

        var shared = given.run("dataset share pilot --user ann@example.org --role user");
        var taken = given.run("dataset unshare pilot --user ann@example.org");

        assertThat(shared.out()).as(shared.error()).isEqualTo("user   ann@example.org\n");
        assertThat(taken.exitCode()).as(taken.error()).isZero();
    }

    private static String dataset() {
        return """
                {"id":"%s","title":"pilot","description":"","folderId":null,"role":"admin",\
                "createdAt":"2026-01-02T03:04:05Z","editedAt":"2026-01-02T03:04:05Z"}""".formatted(FOLDER);
    }

    private static String user() {
        return """
                {"id":"%s","email":"ann@example.org","name":"","admin":false,"active":true,"createdAt":"2026-01-02T03:04:05Z"}""".formatted(USER);
    }
}
