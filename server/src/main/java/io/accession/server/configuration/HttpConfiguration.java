package io.accession.server.configuration;

import java.net.URI;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 takes any free one
 * @param legacySignatures whether the Encord SDK's older signatures, which can be sent again by whoever sees them, are taken
 * @param publicUrl where people find the server, if that is not where it listens
 */
public record HttpConfiguration(
        String host, int port, Optional<URI> publicUrl, boolean accessLog, boolean legacySignatures) {

    private static final int PORTS = 65_535;

    static HttpConfiguration of(Values values) {
        return new HttpConfiguration(
                values.text(Keys.HTTP_HOST).orElse(Keys.HTTP_HOST.defaultText()),
                values.number(Keys.HTTP_PORT, 0, PORTS),
                values.webAddress(Keys.HTTP_PUBLIC_URL),
                values.flag(Keys.HTTP_ACCESS_LOG),
                values.flag(Keys.SDK_LEGACY_SIGNATURES));
    }

    /** Whether people reach the server over connections that are encrypted. */
    public boolean isEncrypted() {
        return publicUrl
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                .isPresent();
    }

    /** The host under which programs on this machine reach the server. */
    public String localHost() {
        return switch (host) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            case String name when name.contains(":") -> "[" + name + "]";
            case String name -> name;
        };
    }
}
