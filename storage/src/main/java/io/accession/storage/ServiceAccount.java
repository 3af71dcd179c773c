package io.accession.storage;

import io.accession.core.integration.GcsCredentials.ServiceAccountKey;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A service account whose key we hold: signs for itself (Google, "Using OAuth 2.0 for Server to Server Applications"; RFC 7523). */
final class ServiceAccount implements GcsIdentity {

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final ServiceAccountKey account;
    private final PrivateKey key;
    private final AccessToken.Source tokens;

    ServiceAccount(ServiceAccountKey account, GuardedHttp http) {
        this.account = account;
        this.key = account.rsaKey();
        this.tokens = ((AccessToken.Source) () -> fetch(new TokenEndpoint(http, account.tokenUri()))).kept();
    }

    @Override
    public AccessToken token() throws ObjectUnavailableException {
        return tokens.token();
    }

    @Override
    public String email() {
        return account.email();
    }

    @Override
    public byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of a service account cannot sign.", e);
        }
    }

    private AccessToken fetch(TokenEndpoint endpoint) throws ObjectUnavailableException {
        return endpoint.post(new TreeMap<>(
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion())));
    }

    private String assertion() {
        long now = Instant.now().getEpochSecond();
        var head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + plain(account.keyId()) + "\"}";
        var claims = "{\"iss\":\"" + plain(account.email()) + "\",\"scope\":\"" + SCOPE + "\",\"aud\":\""
                + plain(account.tokenUri()) + "\",\"iat\":" + now + ",\"exp\":" + (now + LIFETIME.toSeconds()) + "}";
        var text =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return text + "." + base64(sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** None of these texts has a use for what JSON would have to escape. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\"\\\\]", "");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
