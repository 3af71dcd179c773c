package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.session.OneTimeCode;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String SESSION = "/api/v1/session";
    private static final String FOLDERS = "/api/v1/folders";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Browser signedIn() {
        var browser = new Browser(SERVER);
        assertThat(browser.signIn("{\"token\":\"" + SERVER.administrator() + "\"}")
                        .status())
                .isEqualTo(200);
        return browser;
    }

    private static String invitation() {
        SERVER.rows().forgetAdministrators();
        return SERVER.firstAdministrator().invite().map(OneTimeCode::reveal).orElseThrow();
    }

    private static TestServer.Answer become(Browser browser, String code, String email) {
        return browser.send(
                "POST",
                "/api/v1/first-admin",
                "{\"code\":\"" + code + "\",\"email\":\"" + email
                        + "\",\"name\":\"Ada\",\"password\":\"a long password\"}");
    }

    @Test
    void aBrowserSignsInWithATokenAndKeepsASession() {
        var browser = new Browser(SERVER);

        var signedIn = browser.signIn("{\"token\":\"" + SERVER.administrator() + "\"}");

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body().at("/user/admin").asBoolean()).isTrue();
        assertThat(signedIn.response().headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/api/")
                        .doesNotContain("Secure"));
        assertThat(browser.get(SESSION).body()).isEqualTo(signedIn.body());
        assertThat(browser.send("POST", FOLDERS, "{\"name\":\"by hand\"}").status())
                .isEqualTo(201);
    }

    @Test
    void whoSignsOutIsNobody() {
        var browser = signedIn();
        var cookie = browser.cookie();

        var out = browser.send("DELETE", SESSION, "");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.response().headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(set -> assertThat(set).contains("Max-Age=0"));
        assertThat(browser.withCookie(cookie).get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void theFirstAdministratorComesOnceAndSignsInWithThePasswordFromThenOn() {
        var code = invitation();

        var first = become(new Browser(SERVER), code, "Ada@example.org");
        var second = become(new Browser(SERVER), code, "mallory@example.org");

        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(first.body().at("/user/name").asText()).isEqualTo("Ada");
        assertThat(second.status()).isEqualTo(401);
        assertThat(SERVER.firstAdministrator().invite()).isEmpty();
        var browser = new Browser(SERVER);
        assertThat(browser.signIn("{\"email\":\"ada@EXAMPLE.org\",\"password\":\"a long password\"}")
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(FOLDERS).status()).isEqualTo(200);
    }

    @Test
    void anInvitationIsWorthlessAfterTheNextOneAndWhenItsTimeIsOver() {
        var earlier = invitation();
        var later = invitation();

        var replaced = become(new Browser(SERVER), earlier, "first@example.org");
        SERVER.rows().endOneTimeCodes();
        var late = become(new Browser(SERVER), later, "late@example.org");

        assertThat(replaced.status()).isEqualTo(401);
        assertThat(late.status()).isEqualTo(401);
    }

    @Test
    void aShortPasswordIsRefusedAndTheInvitationStays() {
        var code = invitation();

        var refused = new Browser(SERVER)
                .send(
                        "POST",
                        "/api/v1/first-admin",
                        "{\"code\":\"" + code + "\",\"email\":\"s@example.org\",\"name\":\"\",\"password\":\"short\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/password");
        assertThat(become(new Browser(SERVER), code, "s@example.org").status()).isEqualTo(201);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        become(new Browser(SERVER), invitation(), "known@example.org");

        var wrong = new Browser(SERVER).signIn("{\"email\":\"known@example.org\",\"password\":\"another password\"}");
        var unknown =
                new Browser(SERVER).signIn("{\"email\":\"unknown@example.org\",\"password\":\"another password\"}");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(wrong.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.org\"}",
                "{\"password\":\"a long password\"}",
                "{\"email\":\"a@example.org\",\"token\":\"acc_x\"}",
                "{\"token\":\"acc_x\",\"code\":\"x\"}",
            })
    void whatIsNoWayToSignInIsRefused(String body) {
        assertThat(new Browser(SERVER).signIn(body).status()).isEqualTo(400);
    }

    @Test
    void whoeverFailsTooOftenWaitsAndOthersDoNot() {
        var guesser = new Browser(SERVER).with("X-Forwarded-For", "192.0.2.1");
        var guess = "{\"email\":\"victim@example.org\",\"password\":\"guess\"}";

        var answers = IntStream.range(0, 6)
                .map(attempt -> guesser.signIn(guess).status())
                .boxed()
                .toList();
        var elsewhere = new Browser(SERVER).with("X-Forwarded-For", "192.0.2.2").signIn(guess);

        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429);
        assertThat(elsewhere.status()).isEqualTo(401);
    }

    @Test
    void aRequestThatChangesSomethingNeedsTheCsrfTokenOfItsSession() {
        var browser = signedIn();
        var right = browser.csrfToken();
        var ofAnother = signedIn().csrfToken();

        var missing = browser.withCsrfToken("").send("POST", FOLDERS, "{\"name\":\"x\"}");
        var foreign = browser.withCsrfToken(ofAnother).send("POST", FOLDERS, "{\"name\":\"x\"}");
        var fine = browser.withCsrfToken(right).send("POST", FOLDERS, "{\"name\":\"x\"}");

        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.body().path("type").asText()).isEqualTo("urn:accession:problem:forged-request");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(fine.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example"})
    void pagesOfOtherSitesNeitherUseASessionNorOpenOne(String origin) {
        var browser = signedIn();

        var forged = browser.with("Origin", origin).send("POST", FOLDERS, "{\"name\":\"x\"}");
        var login = new Browser(SERVER).with("Origin", origin).signIn("{\"token\":\"" + SERVER.administrator() + "\"}");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(login.status()).isEqualTo(403);
        assertThat(login.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void pagesOfThisServerDo() {
        var browser = signedIn().with("Origin", "http://127.0.0.1:" + SERVER.port());

        assertThat(browser.send("POST", FOLDERS, "{\"name\":\"x\"}").status()).isEqualTo(201);
    }

    @Test
    void nobodyPreparesTheSessionThatAVisitorSignsInTo() {
        var prepared = signedIn().cookie();
        var visitor = new Browser(SERVER).withCookie(prepared);

        visitor.signIn("{\"token\":\"" + SERVER.newUser("visitor@example.org") + "\"}");

        assertThat(visitor.cookie()).isNotEqualTo(prepared);
        assertThat(new Browser(SERVER).withCookie(prepared).get(SESSION).status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItRunsIdleAndWhenItIsTooOld() {
        var idle = signedIn();
        SERVER.rows().ageSessions(Duration.ofHours(13));
        assertThat(idle.get(SESSION).status()).isEqualTo(401);

        var old = signedIn();
        for (int day = 0; day < 14; day++) {
            SERVER.rows().ageSessions(Duration.ofHours(11));
            assertThat(old.get(SESSION).status()).isEqualTo(200);
        }
        SERVER.rows().ageSessions(Duration.ofDays(1));
        assertThat(old.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithTheTokenThatOpenedIt() {
        var browser = new Browser(SERVER);
        browser.signIn("{\"token\":\"" + SERVER.newUser("revoked@example.org", "phone") + "\"}");
        assertThat(browser.get(SESSION).status()).isEqualTo(200);

        SERVER.rows().revokeTokens("phone");

        assertThat(browser.get(SESSION).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/public/user/current", "/v2/public/storage/folders"})
    void theWireProtocolTakesNoCookies(String path) {
        assertThat(signedIn().get(path).status()).isEqualTo(401);
    }

    @Test
    void aTokenHasNoSession() {
        assertThat(SERVER.get(SERVER.administrator(), SESSION).status()).isEqualTo(401);
    }

    @Test
    void theDatabaseHoldsNoSessionThatSomebodyCouldUse() {
        var browser = signedIn();

        assertThat(SERVER.rows().storedSessions())
                .isNotEmpty()
                .doesNotContain(browser.cookie().split("=", 2)[1]);
    }
}
