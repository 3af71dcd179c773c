package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import java.util.Map;
import java.util.TreeMap;

/** A person who logged in on the server's machine. Has no key, and so signs nothing. */
final class GoogleUser implements GcsIdentity {

    private final AccessToken.Source tokens;

    GoogleUser(JsonText file, GuardedHttp own) {
        var endpoint = new TokenEndpoint(own, "https://oauth2.googleapis.com/token");
        var form = new TreeMap<>(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                file.text("client_id"),
                "client_secret",
                file.text("client_secret"),
                "refresh_token",
                file.text("refresh_token")));
        this.tokens = ((AccessToken.Source) () -> endpoint.post(form)).kept();
    }

    @Override
    public AccessToken token() throws ObjectUnavailableException {
        return tokens.token();
    }

    @Override
    public String email() throws ObjectUnavailableException {
        throw signsNothing();
    }

    @Override
    public byte[] sign(byte[] text) throws ObjectUnavailableException {
        throw signsNothing();
    }

    private static ObjectUnavailableException signsNothing() {
        return StorageFailures.failure(
                FailureCode.STORAGE_CREDENTIALS_REFUSED,
                "The server's application default credentials are those of a person, who cannot sign URLs: use a"
                        + " service account.");
    }
}
