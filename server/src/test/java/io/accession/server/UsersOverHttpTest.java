package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsersOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String USERS = "/api/v1/users";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl somebody@laptop";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void anAddedUserGetsInWithATokenUntilItIsRevoked() {
        var added = SERVER.post(
                ADMIN, USERS, "{\"email\":\"ann@example.org\",\"admin\":false,\"sshPublicKey\":\"" + KEY + "\"}");
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        var tokens = USERS + "/" + added.body().path("id").asText() + "/tokens";

        var issued = SERVER.post(ADMIN, tokens, "{\"name\":\"laptop\"}");

        assertThat(issued.status()).isEqualTo(201);
        var token = issued.body().path("token").asText();
        assertThat(SERVER.get(token, "/api/v1/folders").status()).isEqualTo(200);
        SERVER.rows().revokeTokens("laptop");
        assertThat(SERVER.get(token, "/api/v1/folders").status()).isEqualTo(401);
    }

    @Test
    void anAddressIsTakenWhateverItsCase() {
        SERVER.post(ADMIN, USERS, "{\"email\":\"Bob@example.org\"}");

        var again = SERVER.post(ADMIN, USERS, "{\"email\":\"bOB@example.org\"}");

        assertThat(again.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"nobody\"}",
                "{\"email\":\"a b@example.org\"}",
                "{\"email\":\"c@example.org\",\"sshPublicKey\":\"ssh-rsa AAAA\"}",
                "{\"email\":\"d@example.org\",\"sshPublicKey\":\"ssh-ed25519 AAAA\"}",
                "{\"email\":\"e@example.org\",\"sshPublicKey\":\"ssh-ed25519 !!!!\"}",
            })
    void whatIsNoAddressOrKeyIsRefused(String body) {
        var answer = SERVER.post(ADMIN, USERS, body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.body().path("errors")).isNotEmpty();
    }

    @Test
    void othersThanAdministratorsSeeOnlyThemselves() {
        var user = SERVER.newUser("carl@example.org");

        assertThat(SERVER.post(user, USERS, "{\"email\":\"dora@example.org\"}").status())
                .isEqualTo(403);
        var seen = SERVER.get(user, USERS).body().path("results");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("email").asText()).isEqualTo("carl@example.org");
        var admin = SERVER.get(ADMIN, USERS + "?search=admin@")
                .body()
                .at("/results/0/id")
                .asText();
        assertThat(SERVER.post(user, USERS + "/" + admin + "/tokens", "{}").status())
                .isEqualTo(404);
    }
}
