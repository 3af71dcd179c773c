package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.net.URI;

/** Where one request of direct access goes. {@code port} is -1 for the scheme's own, {@code path} is raw and has the query with it. */
record WebTarget(boolean tls, String host, int port, String path) {

    static WebTarget of(ObjectLocation object) throws ObjectUnavailableException {
        if (object.fetchUrl() == null) {
            throw StorageFailures.failure(
                    FailureCode.URL_OUTSIDE_INTEGRATION, "The object is not named by a URL that can be fetched.");
        }
        return ofCanonical(object.fetchUrl());
    }

    /**
     * The next hop. Relative references are resolved as far as servers use them; a reference that ends in the clear after a
     * secure start is not followed.
     */
    WebTarget redirectedTo(String reference) throws ObjectUnavailableException {
        var next = ofUrl(absolute(reference));
        if (tls && !next.tls) {
            throw StorageFailures.failure(
                    FailureCode.ADDRESS_REFUSED, host + " redirects from https to http, which is not followed.");
        }
        return next;
    }

    static WebTarget ofUrl(String url) throws ObjectUnavailableException {
        return switch (ObjectUrls.resolve(url, Addressing.direct())) {
            case Resolution.Located(var object) -> of(object);
            case Resolution.Refused(var failure) ->
                throw StorageFailures.misbehaved("The storage names a URL that cannot be used. " + failure.message());
        };
    }

    URI uri() {
        return URI.create(origin() + path.replace("[", "%5B").replace("]", "%5D"));
    }

    private String absolute(String reference) {
        if (reference.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return (tls ? "https:" : "http:") + reference;
        }
        int question = path.indexOf('?');
        String pathAlone = question < 0 ? path : path.substring(0, question);
        if (reference.startsWith("/")) {
            return origin() + reference;
        }
        return reference.startsWith("?")
                ? origin() + pathAlone + reference
                : origin() + pathAlone.substring(0, pathAlone.lastIndexOf('/') + 1) + reference;
    }

    private String origin() {
        return (tls ? "https://" : "http://") + host + (port < 0 ? "" : ":" + port);
    }

    /** {@code url} is a fetch URL: lower-cased scheme and host, a port only if unusual, and always a path. */
    private static WebTarget ofCanonical(String url) {
        boolean tls = url.startsWith("https://");
        int authority = tls ? 8 : 7;
        int slash = url.indexOf('/', authority);
        int colon = url.lastIndexOf(':', slash);
        boolean hasPort = colon >= authority && url.lastIndexOf(']', slash) < colon;
        String host = url.substring(authority, hasPort ? colon : slash);
        int port = hasPort ? Integer.parseInt(url.substring(colon + 1, slash)) : -1;
        return new WebTarget(tls, host, port, url.substring(slash));
    }
}
