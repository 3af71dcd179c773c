package io.accession.core.hosted;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An uploaded file, or the place for one. Two digits of its id stand before it in its key, so that no directory grows large. */
public record HostedObject(UUID id) {

    /** What the keys of all uploaded files begin with. Stands in migration V18 too. */
    private static final String PREFIX = "accession/uploaded/";

    private static final Pattern KEY =
            Pattern.compile(PREFIX + "[0-9a-f]{2}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Also its URL relative to its storage. */
    public String key() {
        var text = id.toString();
        return PREFIX + text.substring(text.length() - 2) + "/" + text;
    }

    /** Of a key as {@link #key} writes it. */
    public static Optional<HostedObject> ofKey(String key) {
        var written = KEY.matcher(key);
        return written.matches()
                ? Optional.of(new HostedObject(UUID.fromString(written.group(1))))
                        .filter(object -> object.key().equals(key))
                : Optional.empty();
    }
}
