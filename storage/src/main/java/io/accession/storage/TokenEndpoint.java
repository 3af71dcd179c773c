package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where tokens come from (RFC 6749): an authority's web address, or a machine's metadata service. */
record TokenEndpoint(GuardedHttp http, String url) {

    private static final int LONGEST_ANSWER = 64 << 10;
    private static final Pattern AZURE_ERROR = Pattern.compile("AADSTS\\d{1,8}");

    /** A token for what the form proves. */
    AccessToken post(Map<String, String> form) throws ObjectUnavailableException {
        byte[] body = UrlText.query(form).getBytes(StandardCharsets.UTF_8);
        return fetch("POST", List.of(header("Content-Type", "application/x-www-form-urlencoded")), body);
    }

    AccessToken get(HttpRequest.Header proof) throws ObjectUnavailableException {
        return fetch("GET", List.of(proof), null);
    }

    static HttpRequest.Header header(String name, String value) {
        return new HttpRequest.Header(name, value);
    }

    private AccessToken fetch(String method, List<HttpRequest.Header> headers, byte @Nullable [] body)
            throws ObjectUnavailableException {
        var target = WebTarget.ofUrl(url);
        var all = new ArrayList<>(headers);
        all.add(header("Accept", "application/json"));
        var content = body == null ? null : new HttpRequest.Body(new ByteArrayInputStream(body), body.length);
        var request = new HttpRequest(method, target.tls(), target.host(), target.port(), target.path(), all, content);
        try (var answer = http.exchange(request)) {
            var text = answer.body().readNBytes(LONGEST_ANSWER);
            if (answer.status() == 200) {
                return token(JsonText.parse(text), target.host());
            }
            throw refusal(answer, text, target.host());
        } catch (IOException e) {
            throw StorageFailures.of(e, target.host());
        }
    }

    private static AccessToken token(JsonText answer, String host) throws ObjectUnavailableException {
        var value = answer.find("access_token");
        if (value == null || !value.matches("[!-~]+")) {
            throw StorageFailures.misbehaved(host + " answered without a token.");
        }
        return new AccessToken(value, expiry(answer));
    }

    private static Instant expiry(JsonText answer) {
        var seconds = answer.text("expires_in");
        if (seconds.matches("\\d{1,9}")) {
            return Instant.now().plusSeconds(Long.parseLong(seconds));
        }
        // Managed identities of Azure's application services tell the moment.
        var moment = answer.text("expires_on");
        return moment.matches("\\d{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(moment))
                : Instant.now().plusSeconds(300);
    }

    /** Error answers: RFC 6749 section 5.2; their words are those of Google's and Microsoft's documentation. */
    private static ObjectUnavailableException refusal(HttpAnswer answer, byte[] body, String host) {
        int status = answer.status();
        if (status == 429 || status >= 500) {
            return StorageFailures.ofStatus(status, host);
        }
        if (status < 400) {
            return StorageFailures.misbehaved(host + " answers in a way that leads nowhere (" + status + ").");
        }
        var text = new String(body, StandardCharsets.UTF_8);
        var hint = ClockSkew.of(answer.header("date"), Instant.now()).hint();
        return StorageFailures.failure(
                FailureCode.STORAGE_CREDENTIALS_REFUSED,
                host + " does not accept the integration's credentials (" + status + word(text) + ")." + cure(text)
                        + hint);
    }

    private static String word(String text) {
        var azure = AZURE_ERROR.matcher(text);
        if (azure.find()) {
            return " " + azure.group();
        }
        try {
            var error = JsonText.parse(text.getBytes(StandardCharsets.UTF_8)).text("error");
            return error.matches("[a-z_]{1,60}") ? " " + error : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String cure(String text) {
        if (text.contains("AADSTS7000222")) {
            return " The client secret has expired: make a new one for the application.";
        }
        if (text.contains("AADSTS7000215")) {
            return " The client secret is wrong: enter its value, not its id.";
        }
        if (text.contains("AADSTS700016")) {
            return " The tenant has no application of this client id.";
        }
        if (text.contains("AADSTS90002") || text.contains("AADSTS900023")) {
            return " There is no tenant of this id.";
        }
        if (text.contains("reasonable timeframe") || text.contains("iat and exp")) {
            return " It does not accept this server's time: check the server's clock.";
        }
        if (text.contains("Invalid JWT Signature") || text.contains("account not found")) {
            return " The key was deleted, or its service account was: make a new key.";
        }
        return "";
    }
}
