package io.accession.storage;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A URL that lets anybody read one blob until a moment (Azure Storage REST API, "Create a service SAS" and "Create a user delegation SAS",
 * versions from 2020-12-06 to 2025-05-05).
 *
 * @param path as it is sent
 * @param resource container and key, decoded
 * @param snapshot null for the blob itself
 */
record AzureSignedUrl(
        AzureEndpoint endpoint,
        String path,
        String resource,
        @Nullable String snapshot,
        Instant expires) {

    /** Clocks of browsers and storages are off by minutes. */
    private static final int EARLY_SEC = 300;

    /** Who signs: the account, or with a delegated key a user of its tenant. */
    interface Signer {
        String sign(String text);

        /** What stands between resource and address in what is signed, and in the query. */
        @Nullable
        AzureDelegatedKey delegatedBy();
    }

    URI by(Signer signer) {
        var start = Instant.now().minusSeconds(EARLY_SEC).truncatedTo(ChronoUnit.SECONDS);
        var end = expires.truncatedTo(ChronoUnit.SECONDS);
        var kind = snapshot == null ? "b" : "bs";
        var protocol = endpoint.tls() ? "https" : "https,http";
        var delegated = signer.delegatedBy();
        var toSign = new java.util.ArrayList<>(
                List.of("r", start.toString(), end.toString(), "/blob/" + endpoint.account() + "/" + resource));
        toSign.addAll(delegated == null ? List.of("") : delegated.toSign());
        toSign.addAll(List.of("", protocol, AzureRequest.VERSION, kind, snapshot == null ? "" : snapshot, ""));
        toSign.addAll(List.of("", "", "", "", "")); // headers of the answer, left as they are
        var query = new TreeMap<String, String>();
        query.put("sp", "r");
        query.put("st", start.toString());
        query.put("se", end.toString());
        query.put("spr", protocol);
        query.put("sv", AzureRequest.VERSION);
        query.put("sr", kind);
        if (snapshot != null) {
            query.put("snapshot", snapshot);
        }
        if (delegated != null) {
            query.putAll(delegated.query());
        }
        query.put("sig", signer.sign(String.join("\n", toSign)));
        return URI.create(endpoint.origin() + path + "?" + UrlText.query(query));
    }
}
