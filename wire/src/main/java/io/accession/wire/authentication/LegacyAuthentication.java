package io.accession.wire.authentication;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Users;
import io.accession.wire.WireRequest;
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

    /** Somebody known. A signature is not proved before the body has been read. */
    public static final class Claim {

        private final Principal caller;
        private final byte[] key;
        private final byte[] signature;

        private Claim(Principal caller, byte[] key, byte[] signature) {
            this.caller = caller;
            this.key = key;
            this.signature = signature;
        }

        /**
         * Who signed the body with that SHA-256, or whose token came with it.
         *
         * @throws RegistryException with {@code Unauthenticated} when somebody else signed it, or another one was signed
         */
        public Principal prove(byte[] sha256) {
            if (signature.length > 0 && !Ed25519.verifies(key, sha256, signature)) {
                throw refused("The signature does not fit the body.");
            }
            return caller;
        }
    }

    /**
     * Whose key or token the headers name.
     *
     * @throws RegistryException with {@code Unauthenticated} when that is nobody's
     */
    public Claim claim(WireRequest request) {
        var header = request.header("Authorization")
                .orElseThrow(() -> refused("This needs a signature by an SSH key, or a token."));
        if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var token = new ApiToken(header.substring(SCHEME.length()).strip());
            var caller = users.findByToken(token)
                    .orElseThrow(() -> refused("The token is not known, has expired, or was revoked."));
            return new Claim(caller, new byte[0], new byte[0]);
        }
        return signed(request, header);
    }

    private Claim signed(WireRequest request, String header) {
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
        var caller = users.findByKey(key)
                .orElseThrow(() -> refused("The SSH key that signed the request belongs to nobody here. An"
                        + " administrator adds it with: accession user add --ssh-public-key"));
        return new Claim(caller, key, HexFormat.of().parseHex(signed.group(2)));
    }

    private static RegistryException refused(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}
