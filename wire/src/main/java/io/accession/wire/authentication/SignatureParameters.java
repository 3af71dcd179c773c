package io.accession.wire.authentication;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says of itself (RFC 9421 section 2.3): {@code ("@method" "@request-target" "content-digest");created=…;keyid="…"}.
 *
 * @param text as it was sent; the signature covers it
 * @param components the names that it covers, in its order
 * @param keyId the raw public key that it names, in hexadecimal
 * @param expires null when it does not say
 */
record SignatureParameters(
        String text,
        List<String> components,
        String keyId,
        Instant created,
        @Nullable Instant expires) {

    private static final Pattern WHOLE = Pattern.compile("\\( *((?:\"[a-z0-9@-]+\" *)*)\\)((?:;[^;]+)*)");
    private static final Pattern COMPONENT = Pattern.compile("\"([a-z0-9@-]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("; *([a-z][a-z0-9_-]*)=(\"[^\"\\\\]*\"|-?[0-9]{1,15})");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    SignatureParameters {
        components = List.copyOf(components);
    }

    /** Empty for what is not understood to the last character: what is passed over could change the meaning. */
    static Optional<SignatureParameters> parse(String text) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        var parameters = parameters(whole.group(2));
        var key = parameters.getOrDefault("keyid", "");
        var algorithm = parameters.getOrDefault("alg", "ed25519");
        if (!KEY.matcher(key).matches() || !algorithm.equals("ed25519")) {
            return Optional.empty();
        }
        try {
            var created = instant(parameters.get("created"));
            return created == null
                    ? Optional.empty()
                    : Optional.of(new SignatureParameters(
                            text, components(whole.group(1)), key, created, instant(parameters.get("expires"))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> components(String text) {
        var components = new ArrayList<String>();
        Matcher component = COMPONENT.matcher(text);
        while (component.find()) {
            components.add(component.group(1));
        }
        return components;
    }

    /** Without a key for what is no parameter or is given twice, so that the signature is refused. */
    private static Map<String, String> parameters(String text) {
        var parameters = new LinkedHashMap<String, String>();
        Matcher parameter = PARAMETER.matcher(text);
        int end = 0;
        while (parameter.find() && parameter.start() == end) {
            var value = parameter.group(2);
            if (parameters.put(
                            parameter.group(1), value.startsWith("\"") ? value.substring(1, value.length() - 1) : value)
                    != null) {
                return Map.of();
            }
            end = parameter.end();
        }
        return end == text.length() ? parameters : Map.of();
    }

    private static @Nullable Instant instant(@Nullable String seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
