package io.accession.server.media;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.hosted.HostedObject;
import io.accession.core.hosted.HostedStorage;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.MediaPaths;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Paths of the form {@code /media/TICKET/NAME}. The ticket carries what it allows and an HMAC-SHA-256 over that and the name, so that
 * every process with the same key opens it. Safe for use by many threads.
 */
public final class SignedMediaPaths implements MediaPaths {

    private static final int MAC_BYTES = 32;

    /** Long enough for every name, short enough for every proxy. */
    private static final int NAME_CHARACTERS = 200;

    private final SecretKey key;
    private final Clock clock;

    public SignedMediaPaths(SecretKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String sign(StorageIntegration integration, ObjectLocation object, ListedItem item) {
        var type = item.mimeType();
        return sign(
                new MediaTicket(
                        MediaTicket.Use.READ,
                        integration.id(),
                        object.key(),
                        type == null ? "" : type,
                        expiry(integration.signedUrlLifetime())),
                item.name());
    }

    @Override
    public String signUpload(HostedObject object, Duration lifetime) {
        return sign(
                new MediaTicket(MediaTicket.Use.WRITE, HostedStorage.DIRECTORY, object.key(), "", expiry(lifetime)),
                "upload");
    }

    private Instant expiry(Duration lifetime) {
        return clock.instant().plus(lifetime);
    }

    private String sign(MediaTicket ticket, String name) {
        var shown = pathName(name);
        var claims = ticket.bytes();
        var signed = Arrays.copyOf(claims, claims.length + MAC_BYTES);
        System.arraycopy(mac(claims, shown), 0, signed, claims.length, MAC_BYTES);
        return "/media/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed) + "/"
                + URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a path of ours allows; {@code name} is its decoded end. Forged and outdated paths are errors. */
    MediaTicket open(MediaTicket.Use use, String ticket, String name) {
        var opened = opened(ticket, name)
                .filter(found -> found.use() == use)
                .orElseThrow(() -> new RegistryException(new RegistryError.NotFoundOrForbidden("file", name)));
        if (!clock.instant().isBefore(opened.expires())) {
            throw new RegistryException(new RegistryError.Invalid("This signed URL has expired. Ask for a new one."));
        }
        return opened;
    }

    private Optional<MediaTicket> opened(String ticket, String name) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length <= MAC_BYTES) {
            return Optional.empty();
        }
        var claims = Arrays.copyOf(signed, signed.length - MAC_BYTES);
        var mac = Arrays.copyOfRange(signed, claims.length, signed.length);
        return MessageDigest.isEqual(mac, mac(claims, name)) ? MediaTicket.of(claims) : Optional.empty();
    }

    private byte[] mac(byte[] claims, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(claims.length).flip());
            mac.update(claims);
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** One segment of a path, whatever the item is called. */
    private static String pathName(String name) {
        var plain = name.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || "/\\;%".indexOf(c) >= 0
                        ? '_'
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = plain.length();
        var end = length <= NAME_CHARACTERS ? plain : plain.substring(plain.offsetByCodePoints(length, -100));
        return end.chars().allMatch(c -> c == '.' || c == ' ') ? "file" : end;
    }
}
