package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fetches keys to sign with for whoever has a token and no account key, and keeps the newest. Safe for use by many threads. */
final class AzureDelegation {

    /** The longest that Azure gives; a little less, for its clock is not ours. */
    private static final Duration LONGEST = Duration.ofDays(7).minusMinutes(10);

    private final AzureClient client;
    private @Nullable AzureDelegatedKey newest;

    AzureDelegation(AzureClient client) {
        this.client = client;
    }

    /** A key that is good until the moment, or for as long as keys are. */
    synchronized AzureDelegatedKey key(Instant until) throws ObjectUnavailableException {
        var latest = Instant.now().plus(LONGEST).truncatedTo(ChronoUnit.SECONDS);
        var needed = until.isBefore(latest) ? until : latest.minusSeconds(3_600);
        var current = newest;
        if (current == null || !current.isValidUntil(needed)) {
            current = fetch(latest);
            newest = current;
        }
        return current;
    }

    private AzureDelegatedKey fetch(Instant expiry) throws ObjectUnavailableException {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        byte[] body = ("<?xml version=\"1.0\" encoding=\"utf-8\"?><KeyInfo><Start>" + start + "</Start><Expiry>"
                        + expiry + "</Expiry></KeyInfo>")
                .getBytes(StandardCharsets.UTF_8);
        var request = new AzureRequest("POST", client.endpoint().root() + "/")
                .query("restype", "service")
                .query("comp", "userdelegationkey")
                .header("content-type", "application/xml")
                .body(new HttpRequest.Body(new ByteArrayInputStream(body), body.length));
        return client.call(request, "", answer -> key(XmlText.parse(answer.body())));
    }

    private AzureDelegatedKey key(XmlText key) throws ObjectUnavailableException {
        try {
            Instant.parse(key.text("SignedExpiry"));
            return new AzureDelegatedKey(
                    key.text("SignedOid"),
                    key.text("SignedTid"),
                    key.text("SignedStart"),
                    key.text("SignedExpiry"),
                    key.text("SignedService"),
                    key.text("SignedVersion"),
                    new AzureKeySignature(client.endpoint().account(), key.text("Value")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw StorageFailures.misbehaved(client.endpoint().host() + " gave a key that cannot be used.");
        }
    }
}
