package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, users, groups and what is shared with them. */
final class PeopleOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String PROFILE = "/api/v1/profile";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl somebody@laptop";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String id(TestServer.Answer created) {
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().path("id").asText();
    }

    private static String userId(String token) {
        return SERVER.get(token, PROFILE).body().path("id").asText();
    }

    private static JsonNode results(String token, String path) {
        return SERVER.get(token, path).body().path("results");
    }

    /** Signs in a new user who has chosen a password with a link. */
    private static Browser withPassword(String email, String password) {
        var user = id(SERVER.post(ADMIN, "/api/v1/users", "{\"email\":\"" + email + "\"}"));
        var code = passwordCode(user);
        var browser = new Browser(SERVER);
        assertThat(choose(browser, code, password).status()).isEqualTo(200);
        return browser;
    }

    private static String passwordCode(String user) {
        var link = SERVER.post(ADMIN, "/api/v1/users/" + user + "/password-link", "");
        assertThat(link.status()).as("%s", link.body()).isEqualTo(201);
        return link.body().path("url").asText().split("#", 2)[1];
    }

    private static TestServer.Answer choose(Browser browser, String code, String password) {
        var answer = browser.send(
                "POST", "/api/v1/password", "{\"code\":\"" + code + "\",\"password\":\"" + password + "\"}");
        browser.withCsrfToken(answer.body().path("csrfToken").asText());
        return answer;
    }

    @Test
    void somebodyIsCalledWhatTheyWant() {
        var user = SERVER.newUser("grace@example.org");

        var renamed = SERVER.patch(user, PROFILE, "{\"name\":\"Grace\"}");

        assertThat(renamed.body().path("name").asText()).isEqualTo("Grace");
        assertThat(SERVER.get(user, PROFILE).body()).isEqualTo(renamed.body());
        assertThat(SERVER.patch(user, PROFILE, "{\"name\":\"a\\nb\"}").status()).isEqualTo(400);
    }

    @Test
    void aPasswordChangesForWhoKnowsThePresentOneAndOtherSessionsEnd() {
        var browser = withPassword("alan@example.org", "a first password");
        var elsewhere = new Browser(SERVER);
        elsewhere.signIn("{\"email\":\"alan@example.org\",\"password\":\"a first password\"}");
        var change = "{\"current\":\"%s\",\"password\":\"a second password\"}";

        var wrong = browser.send("POST", PROFILE + "/password", change.formatted("a wrong password"));
        var missing = browser.send("POST", PROFILE + "/password", "{\"password\":\"a second password\"}");
        var right = browser.send("POST", PROFILE + "/password", change.formatted("a first password"));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(right.status()).isEqualTo(204);
        assertThat(browser.get(PROFILE).status()).isEqualTo(200);
        assertThat(elsewhere.get(PROFILE).status()).isEqualTo(401);
        assertThat(elsewhere
                        .signIn("{\"email\":\"alan@example.org\",\"password\":\"a second password\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLinkForSettingAPasswordWorksOnceAndOnlyTheLatestDoes() {
        var user = id(SERVER.post(ADMIN, "/api/v1/users", "{\"email\":\"linked@example.org\"}"));
        var earlier = passwordCode(user);
        var latest = passwordCode(user);

        assertThat(choose(new Browser(SERVER), earlier, "long enough").status()).isEqualTo(401);
        assertThat(choose(new Browser(SERVER), latest, "short").status()).isEqualTo(400);
        assertThat(choose(new Browser(SERVER), latest, "long enough").status()).isEqualTo(200);
        assertThat(choose(new Browser(SERVER), latest, "long enough").status()).isEqualTo(401);
    }

    @Test
    void keysAreAddedListedAndRemoved() {
        var user = SERVER.newUser("keys@example.org");
        var keys = PROFILE + "/ssh-keys";

        var added = SERVER.post(user, keys, "{\"sshPublicKey\":\"" + KEY + "\",\"name\":\"laptop\"}");
        var again = SERVER.post(SERVER.newUser("thief@example.org"), keys, "{\"sshPublicKey\":\"" + KEY + "\"}");

        assertThat(added.body().path("fingerprint").asText())
                .isEqualTo("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU");
        assertThat(again.status()).isEqualTo(409);
        assertThat(results(user, keys).findValuesAsText("name")).containsExactly("laptop");
        assertThat(SERVER.delete(user, keys + "/" + id(added)).status()).isEqualTo(204);
        assertThat(SERVER.delete(user, keys + "/" + id(added)).status()).isEqualTo(404);
        assertThat(results(user, keys)).isEmpty();
    }

    @Test
    void aTokenIsShownOnceItsUseIsSeenAndItIsRevokedByItsOwnerAlone() {
        var user = SERVER.newUser("tokens@example.org");
        var tokens = PROFILE + "/tokens";
        var issued = SERVER.post(user, tokens, "{\"name\":\"script\"}");
        var token = issued.body().path("token").asText();

        assertThat(results(user, tokens).path(0).path("lastUsedAt").isNull()).isTrue();
        assertThat(SERVER.get(token, PROFILE).status()).isEqualTo(200);
        var used = results(user, tokens).path(0);
        assertThat(used.path("lastUsedAt").isNull()).isFalse();
        assertThat(used.has("token")).isFalse();
        assertThat(SERVER.delete(ADMIN, tokens + "/" + id(issued)).status()).isEqualTo(404);
        assertThat(SERVER.delete(user, tokens + "/" + id(issued)).status()).isEqualTo(204);
        assertThat(SERVER.get(token, PROFILE).status()).isEqualTo(401);
    }

    @Test
    void aDeactivatedUserIsNobodyUntilActivatedAgain() {
        var browser = withPassword("leaving@example.org", "a long password");
        var user = "/api/v1/users/" + browser.get(PROFILE).body().path("id").asText();
        var signIn = "{\"email\":\"leaving@example.org\",\"password\":\"a long password\"}";

        var gone = SERVER.patch(ADMIN, user, "{\"active\":false}");

        assertThat(gone.status()).isEqualTo(200);

        assertThat(gone.body().path("active").asBoolean()).isFalse();
        assertThat(browser.get(PROFILE).status()).isEqualTo(401);
        assertThat(new Browser(SERVER).signIn(signIn).status()).isEqualTo(401);
        SERVER.patch(ADMIN, user, "{\"active\":true}");
        assertThat(new Browser(SERVER).signIn(signIn).status()).isEqualTo(200);
    }

    @Test
    void neitherTheBuiltInAdministratorNorTheLastOtherOneGoes() {
        var builtIn = "/api/v1/users/" + userId(ADMIN);
        var other = "/api/v1/users/"
                + id(SERVER.post(ADMIN, "/api/v1/users", "{\"email\":\"boss@example.org\",\"admin\":true}"));

        assertThat(SERVER.patch(ADMIN, builtIn, "{\"active\":false}").status()).isEqualTo(409);
        assertThat(SERVER.patch(ADMIN, builtIn, "{\"admin\":false}").status()).isEqualTo(409);
        assertThat(SERVER.patch(ADMIN, other, "{\"admin\":false}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/%s", "/api/v1/groups/%s"})
    void onlyAdministratorsChangeOthers(String path) {
        var user = SERVER.newUser(UUID.randomUUID() + "@example.org");
        var victim = path.formatted(UUID.randomUUID());

        assertThat(
                        path.contains("users")
                                ? SERVER.patch(user, victim, "{\"admin\":true}").status()
                                : SERVER.delete(user, victim).status())
                .isEqualTo(403);
        assertThat(SERVER.post(user, "/api/v1/groups", "{\"name\":\"mine\"}").status())
                .isEqualTo(403);
        assertThat(SERVER.post(user, "/api/v1/users/" + userId(user) + "/password-link", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGroupHasMembersUntilTheyLeaveOrItGoes() {
        var group = "/api/v1/groups/" + id(SERVER.post(ADMIN, "/api/v1/groups", "{\"name\":\"night shift\"}"));
        var member = userId(SERVER.newUser("member@example.org"));
        var join = "{\"userId\":\"" + member + "\"}";

        SERVER.post(ADMIN, group + "/members", join);
        assertThat(SERVER.post(ADMIN, group + "/members", join).status()).isEqualTo(204);
        assertThat(results(ADMIN, group + "/members").findValuesAsText("email")).containsExactly("member@example.org");
        assertThat(SERVER.delete(ADMIN, group + "/members/" + member).status()).isEqualTo(204);
        assertThat(results(ADMIN, group + "/members")).isEmpty();
        assertThat(SERVER.delete(ADMIN, group).status()).isEqualTo(204);
        assertThat(SERVER.get(ADMIN, group + "/members").status()).isEqualTo(404);
    }

    @Test
    void aFolderIsSharedWithAUserAndEverythingBelowIt() {
        var owner = SERVER.newUser("sharer@example.org");
        var reader = SERVER.newUser("reader@example.org");
        var top = id(SERVER.post(owner, "/api/v1/folders", "{\"name\":\"shared\"}"));
        var below = id(SERVER.post(owner, "/api/v1/folders", "{\"name\":\"below\",\"parentId\":\"" + top + "\"}"));
        var roles = "/api/v1/folders/" + top + "/roles";

        var shared = SERVER.post(owner, roles, "{\"email\":\"Reader@example.org\",\"role\":\"user\"}");

        assertThat(shared.status()).as("%s", shared.body()).isEqualTo(200);
        assertThat(shared.body().at("/users/0/role").asText()).isEqualTo("user");
        assertThat(SERVER.get(reader, "/api/v1/folders/" + below)
                        .body()
                        .path("role")
                        .asText())
                .isEqualTo("user");
        assertThat(names(reader)).containsExactlyInAnyOrder("shared", "below");
        assertThat(SERVER.patch(reader, "/api/v1/folders/" + below, "{\"name\":\"theirs\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.post(reader, roles, "{\"email\":\"reader@example.org\",\"role\":\"admin\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.delete(owner, roles + "/users/" + userId(reader)).status())
                .isEqualTo(204);
        assertThat(names(reader)).isEmpty();
    }

    private static List<String> names(String token) {
        return results(token, "/api/v1/folders").findValuesAsText("name");
    }

    @Test
    void anIntegrationIsSharedWithAGroup() {
        var owner = SERVER.newUser("keeper@example.org");
        var user = SERVER.newUser("borrower@example.org");
        var group = id(SERVER.post(ADMIN, "/api/v1/groups", "{\"name\":\"borrowers\"}"));
        SERVER.post(ADMIN, "/api/v1/groups/" + group + "/members", "{\"userId\":\"" + userId(user) + "\"}");
        var integration = "/api/v1/integrations/"
                + id(SERVER.post(
                        owner, "/api/v1/integrations", "{\"title\":\"lent\",\"settings\":{\"type\":\"direct\"}}"));
        assertThat(SERVER.get(user, integration).status()).isEqualTo(404);

        SERVER.post(owner, integration + "/roles", "{\"groupId\":\"" + group + "\",\"role\":\"user\"}");

        assertThat(SERVER.get(user, integration).body().path("role").asText()).isEqualTo("user");
        assertThat(SERVER.get(owner, integration).body().path("role").asText()).isEqualTo("admin");
        assertThat(results(user, "/api/v1/integrations").findValuesAsText("title"))
                .containsExactly("lent");
        assertThat(SERVER.delete(user, integration).status()).isEqualTo(404);
        SERVER.post(owner, integration + "/roles", "{\"groupId\":\"" + group + "\",\"role\":\"admin\"}");
        assertThat(SERVER.delete(user, integration).status()).isEqualTo(204);
    }

    @Test
    void aDatasetIsSharedWithAUserAndAGroupUntilTheyAreTakenOut() {
        var owner = SERVER.newUser("curator@example.org");
        var viewer = SERVER.newUser("viewer@example.org");
        var member = SERVER.newUser("helper@example.org");
        var group = id(SERVER.post(ADMIN, "/api/v1/groups", "{\"name\":\"curators\"}"));
        SERVER.post(ADMIN, "/api/v1/groups/" + group + "/members", "{\"userId\":\"" + userId(member) + "\"}");
        var dataset = "/api/v1/datasets/"
                + id(SERVER.post(owner, "/api/v1/datasets", "{\"title\":\"lent\",\"description\":\"\"}"));
        var roles = dataset + "/roles";
        assertThat(SERVER.get(viewer, roles).status()).isEqualTo(404);

        SERVER.post(owner, roles, "{\"email\":\"viewer@example.org\",\"role\":\"user\"}");
        var shared = SERVER.post(owner, roles, "{\"groupId\":\"" + group + "\",\"role\":\"admin\"}");

        assertThat(shared.body().at("/users/0/user/email").asText()).isEqualTo("viewer@example.org");
        assertThat(shared.body().at("/groups/0/group/name").asText()).isEqualTo("curators");
        assertThat(SERVER.get(viewer, roles).body()).isEqualTo(shared.body());
        assertThat(SERVER.get(viewer, dataset).body().path("role").asText()).isEqualTo("user");
        assertThat(SERVER.delete(viewer, dataset).status()).isEqualTo(404);
        assertThat(SERVER.delete(viewer, roles + "/groups/" + group).status()).isEqualTo(404);
        assertThat(SERVER.delete(member, roles + "/users/" + userId(viewer)).status())
                .isEqualTo(204);
        assertThat(SERVER.delete(owner, roles + "/groups/" + group).status()).isEqualTo(204);
        assertThat(SERVER.get(viewer, dataset).status()).isEqualTo(404);
        assertThat(SERVER.get(member, dataset).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"nobody@example.org\",\"role\":\"user\"}",
                "{\"groupId\":\"00000000-0000-4000-8000-000000000000\",\"role\":\"user\"}",
                "{\"email\":\"admin@localhost\",\"role\":\"owner\"}",
                "{\"role\":\"user\"}",
            })
    void aRoleThatMakesNoSenseIsRefused(String body) {
        var folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"roles\"}"));

        var answer = SERVER.post(ADMIN, "/api/v1/folders/" + folder + "/roles", body);

        assertThat(answer.status()).as("%s", answer.body()).isIn(400, 404);
    }
}
