package io.accession.wire.authentication;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Users;
import io.accession.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Settles who is asking from the headers, before one byte of the body is read (docs/wire-protocol.md, "Who is asking"). A
 * signature may come twice: the client repeats a request as it was when an answer got lost.
 */
public final class RequestAuthentication {

    private static final String LABEL = "encord-sig";
    private static final String SCHEME = "Bearer ";
    private static final List<String> COVERED = List.of("@method", "@request-target", "content-digest");
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(1);
    private static final int SHA_256_BYTES = 32;

    private final Users users;
    private final Clock clock;

    public RequestAuthentication(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /**
     * Who signed the request, or whose token came with it.
     *
     * @throws RegistryException with {@code Unauthenticated} when that is nobody
     */
    public Caller caller(WireRequest request) {
        var authorization = request.header("Authorization");
        if (authorization.isPresent()) {
            return bearer(authorization.get());
        }
        return signer(request);
    }

    private Caller bearer(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused("Only the scheme 'Bearer' is known here: send 'Authorization: Bearer TOKEN'.");
        }
        var token = new ApiToken(header.substring(SCHEME.length()).strip());
        var principal = users.findByToken(token)
                .orElseThrow(() -> refused("The token is not known, has expired, or was revoked."));
        return new Caller(principal, ExpectedBody.any(), null);
    }

    private Caller signer(WireRequest request) {
        var parameters = parameters(request);
        var signature =
                member(request, "Signature").flatMap(ByteSequence::parse).orElseThrow(() -> notOne("Signature"));
        var key = HexFormat.of().parseHex(parameters.keyId());
        if (!Ed25519.verifies(key, signed(parameters, request), signature)) {
            throw refused("The signature does not fit the request. Does a proxy rewrite the path or the query?");
        }
        checkTime(parameters);
        var principal = users.findByKey(key)
                .orElseThrow(() -> refused("The SSH key that signed the request belongs to nobody here. An"
                        + " administrator adds it with: accession user add --ssh-public-key"));
        return new Caller(principal, promised(request), parameters.created().getEpochSecond());
    }

    private static SignatureParameters parameters(WireRequest request) {
        if (request.header("Signature-Input").isEmpty()) {
            throw refused("This needs a signature by an SSH key, or a token: 'Authorization: Bearer TOKEN'.");
        }
        var parameters = member(request, "Signature-Input")
                .flatMap(SignatureParameters::parse)
                .orElseThrow(() -> notOne("Signature-Input"));
        if (!sameMembers(parameters.components())) {
            throw refused("A signature has to cover @method, @request-target and content-digest, and nothing else.");
        }
        return parameters;
    }

    private static boolean sameMembers(Collection<String> components) {
        return components.size() == COVERED.size() && components.containsAll(COVERED);
    }

    private static Optional<String> member(WireRequest request, String header) {
        return request.header(header).flatMap(StructuredDictionary::parse).flatMap(members -> members.find(LABEL));
    }

    /** The signature base of RFC 9421 section 2.5. */
    private static byte[] signed(SignatureParameters parameters, WireRequest request) {
        var base = new StringBuilder();
        for (var component : parameters.components()) {
            base.append('"')
                    .append(component)
                    .append("\": ")
                    .append(value(component, request))
                    .append('\n');
        }
        return base.append("\"@signature-params\": ")
                .append(parameters.text())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String component, WireRequest request) {
        return switch (component) {
            case "@method" -> request.method();
            case "@request-target" -> request.target();
            default -> request.header(component).orElseThrow(() -> notOne("Content-Digest"));
        };
    }

    private void checkTime(SignatureParameters parameters) {
        var now = clock.instant();
        var created = parameters.created();
        var expires = parameters.expires();
        if (created.isBefore(now.minus(OLDEST)) || (expires != null && expires.isBefore(now))) {
            throw refused("The signature has expired. Is the clock of this machine right?");
        }
        if (created.isAfter(now.plus(FURTHEST_AHEAD))) {
            throw refused("The signature was made in the future. Is the clock of this machine right?");
        }
    }

    private static ExpectedBody promised(WireRequest request) {
        return ExpectedBody.withSha256(request.header("Content-Digest")
                .flatMap(StructuredDictionary::parse)
                .flatMap(digests -> digests.find("sha-256"))
                .flatMap(ByteSequence::parse)
                .filter(digest -> digest.length == SHA_256_BYTES)
                .orElseThrow(() -> refused("Content-Digest has to hold a sha-256.")));
    }

    private static RegistryException notOne(String header) {
        return refused("The header " + header + " is missing, or is not one that this server understands.");
    }

    private static RegistryException refused(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}
