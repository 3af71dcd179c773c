package io.accession.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with an account key (Azure Storage REST API, "Authorize with Shared Key", versions since 2015-02-21). Is not printed. Safe for use
 * by many threads.
 */
final class AzureKeySignature {

    /** In this order, each on a line of its own, empty when absent. */
    private static final List<String> STANDARD_HEADERS = List.of(
            "content-encoding",
            "content-language",
            "content-length",
            "content-md5",
            "content-type",
            "date",
            "if-modified-since",
            "if-match",
            "if-none-match",
            "if-unmodified-since",
            "range");

    private final String account;
    private final byte[] key;

    /** {@code key} is in base64. */
    AzureKeySignature(String account, String key) {
        this.account = account;
        this.key = Base64.getDecoder().decode(key);
    }

    String authorization(AzureRequest request) {
        return "SharedKey " + account + ":" + sign(toSign(request));
    }

    /** HMAC-SHA256 in base64. */
    String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
        }
    }

    private String toSign(AzureRequest request) {
        var text = new StringBuilder(request.method()).append('\n');
        for (String name : STANDARD_HEADERS) {
            var value = name.equals("content-length")
                    ? length(request)
                    : request.headers().get(name);
            text.append(Objects.requireNonNullElse(value, "")).append('\n');
        }
        request.headers().forEach((name, value) -> {
            if (name.startsWith("x-ms-")) {
                text.append(name).append(':').append(value.strip()).append('\n');
            }
        });
        return text.append('/')
                .append(account)
                .append(request.path())
                .append(query(request.query()))
                .toString();
    }

    private static String length(AzureRequest request) {
        return request.length() == 0 ? "" : Long.toString(request.length());
    }

    private static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(each -> "\n" + each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining());
    }
}
