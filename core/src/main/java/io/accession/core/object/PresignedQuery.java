package io.accession.core.object;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells what in a query names the object from what merely lets somebody in for a while. */
final class PresignedQuery {

    private static final Set<String> OLD_SIGNATURE =
            Set.of("awsaccesskeyid", "googleaccessid", "key-pair-id", "signature", "expires", "policy");

    // Azure's shared access signatures, service, account and user delegation.
    private static final Set<String> AZURE_SIGNATURE = Set.of(
            "sv", "sig", "se", "st", "sp", "sr", "spr", "sip", "si", "ss", "srt", "skoid", "sktid", "skt", "ske", "sks",
            "skv", "sdd", "saoid", "suoid", "scid", "ses", "rscc", "rscd", "rsce", "rscl", "rsct");

    private PresignedQuery() {}

    /** The value of a parameter, decoded; null when absent or empty. Names are compared without regard to case. */
    static @Nullable String parameter(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.length() > name.length() + 1
                    && pair.charAt(name.length()) == '='
                    && pair.regionMatches(true, 0, name, 0, name.length())) {
                return PercentCoding.decode(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    /** The query without the parameters of any signature scheme; null when nothing is left. */
    static @Nullable String withoutSignature(String query) {
        var isSignature = signatureOf(query);
        var kept = new StringBuilder();
        for (String pair : query.split("&", -1)) {
            if (!isSignature.test(name(pair))) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair);
            }
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    // Short names such as "expires" and "sp" belong to a signature only in the company of what is unmistakably one.
    private static Predicate<String> signatureOf(String query) {
        boolean amazon = parameter(query, "X-Amz-Signature") != null;
        boolean old = parameter(query, "Signature") != null
                && (parameter(query, "AWSAccessKeyId") != null
                        || parameter(query, "GoogleAccessId") != null
                        || parameter(query, "Key-Pair-Id") != null);
        boolean azure = parameter(query, "sig") != null && parameter(query, "sv") != null;
        return name -> name.startsWith("x-amz-")
                || name.startsWith("x-goog-")
                || (amazon && name.equals("x-id"))
                || (old && OLD_SIGNATURE.contains(name))
                || (azure && AZURE_SIGNATURE.contains(name));
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
