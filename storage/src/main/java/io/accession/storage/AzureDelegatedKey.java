package io.accession.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A key for signing in the name of a user or application (Azure Storage REST API, "Get User Delegation Key"). */
record AzureDelegatedKey(
        String objectId,
        String tenantId,
        String start,
        String expiry,
        String service,
        String version,
        AzureKeySignature signature)
        implements AzureSignedUrl.Signer {

    boolean isValidUntil(Instant moment) {
        return !Instant.parse(expiry).isBefore(moment);
    }

    @Override
    public String sign(String text) {
        return signature.sign(text);
    }

    @Override
    public AzureDelegatedKey delegatedBy() {
        return this;
    }

    List<String> toSign() {
        return List.of(objectId, tenantId, start, expiry, service, version, "", "", "");
    }

    Map<String, String> query() {
        return Map.of(
                "skoid", objectId, "sktid", tenantId, "skt", start, "ske", expiry, "sks", service, "skv", version);
    }
}
