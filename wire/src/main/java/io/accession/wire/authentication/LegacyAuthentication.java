package io.accession.wire.authentication;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Users;
import io.accession.wire.WireRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The older signatures of the client: {@code Authorization: KEY:SIGNATURE} in hexadecimal, made over the SHA-256 of the body. They cover
 * neither path nor time, so that whoever sees one can send it again: they are taken from this machine and over TLS only.
 */
public final class LegacyAuthentication {

    private static final String SCHEME = "Bearer ";
    private static final Pattern SIGNED = Pattern.compile("([0-9a-f]{64}):([0-9a-f]{128})");

    private final Users users;
    private final boolean takesSignatures;

    /** {@code takesSignatures} unless the operator has switched them off; tokens are taken in any case. */
    public LegacyAuthentication(Users users, boolean takesSignatures) {
        this.users = users;
        this.takesSignatures = takesSignatures;
    }

    /**
     * Who signed the body, or whose token came with it.
     *
     * @throws RegistryException with {@code Unauthenticated} when that is nobody
     */
    public Principal caller(WireRequest request, byte[] body) {
        var header = request.header("Authorization")
                .orElseThrow(() -> refused("This needs a signature by an SSH key, or a token."));
        if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return users.findByToken(
                            new ApiToken(header.substring(SCHEME.length()).strip()))
                    .orElseThrow(() -> refused("The token is not known, has expired, or was revoked."));
        }
        return signer(request, header, body);
    }

    private Principal signer(WireRequest request, String header, byte[] body) {
        if (!takesSignatures) {
            throw refused("Signatures of this kind are switched off on this server (sdk.legacy-signatures).");
        }
        if (!request.isConfidential()) {
            throw refused("Signatures of this kind are taken over TLS only.");
        }
        var signed = SIGNED.matcher(header);
        if (!signed.matches()) {
            throw refused("Authorization has to be KEY:SIGNATURE in hexadecimal, or 'Bearer TOKEN'.");
        }
        var key = HexFormat.of().parseHex(signed.group(1));
        var signature = HexFormat.of().parseHex(signed.group(2));
        if (!Ed25519.verifies(key, sha256(body), signature)) {
            throw refused("The signature does not fit the body.");
        }
        return users.findByKey(key)
                .orElseThrow(() -> refused("The SSH key that signed the request belongs to nobody here. An"
                        + " administrator adds it with: accession user add --ssh-public-key"));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static RegistryException refused(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}
