package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The service account of the machine. Its tokens come from the metadata service; its key never leaves Google, which signs for it
 * (IAM Service Account Credentials API, {@code signBlob}).
 */
final class MachineAccount implements GcsIdentity {

    private static final String SIGNER = "iamcredentials.googleapis.com";
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final HttpRequest.Header FLAVOR = new HttpRequest.Header("Metadata-Flavor", "Google");

    private final String metadataHost;
    private final GuardedHttp own;
    private final GuardedHttp guarded;
    private final AccessToken.Source tokens;

    MachineAccount(String metadataHost, GuardedHttp own, GuardedHttp guarded) {
        this.metadataHost = metadataHost;
        this.own = own;
        this.guarded = guarded;
        var endpoint = new TokenEndpoint(own, "http://" + metadataHost + path("token"));
        this.tokens = ((AccessToken.Source) () -> endpoint.get(FLAVOR)).kept();
    }

    @Override
    public AccessToken token() throws ObjectUnavailableException {
        return tokens.token();
    }

    @Override
    public String email() throws ObjectUnavailableException {
        var target = WebTarget.ofUrl("http://" + metadataHost + path("email"));
        var request = new HttpRequest("GET", false, target.host(), target.port(), target.path(), List.of(FLAVOR), null);
        try (var answer = own.exchange(request)) {
            if (answer.status() != 200) {
                throw StorageFailures.ofStatus(answer.status(), metadataHost);
            }
            return new String(answer.body().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw StorageFailures.of(e, metadataHost);
        }
    }

    @Override
    public byte[] sign(byte[] text) throws ObjectUnavailableException {
        byte[] body = ("{\"payload\":\"" + Base64.getEncoder().encodeToString(text) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        var headers = List.of(
                new HttpRequest.Header("Authorization", "Bearer " + token().value()),
                new HttpRequest.Header("Content-Type", "application/json"));
        var request = new HttpRequest(
                "POST",
                true,
                SIGNER,
                -1,
                "/v1/projects/-/serviceAccounts/" + UrlText.encode(email()) + ":signBlob",
                headers,
                new HttpRequest.Body(new ByteArrayInputStream(body), body.length));
        try (var answer = guarded.exchange(request)) {
            if (answer.status() != 200) {
                throw GcsFailures.of(answer, SIGNER, "");
            }
            var signed =
                    JsonText.parse(answer.body().readNBytes(LONGEST_ANSWER)).text("signedBlob");
            return Base64.getDecoder().decode(signed);
        } catch (IOException e) {
            throw StorageFailures.of(e, SIGNER);
        } catch (IllegalArgumentException e) {
            throw StorageFailures.misbehaved(SIGNER + " answered without a signature.");
        }
    }

    private static String path(String what) {
        return "/computeMetadata/v1/instance/service-accounts/default/" + what;
    }
}
