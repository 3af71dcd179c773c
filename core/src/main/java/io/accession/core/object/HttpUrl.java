package io.accession.core.object;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL, taken apart by hand because a manifest holds up to a million of them and because {@code java.net.URI}
 * refuses much of what storages serve.
 *
 * @param host lower-cased ASCII, without a trailing dot; IPv6 addresses in brackets
 * @param port -1 for the scheme's own
 * @param path raw, empty or starting with a slash
 * @param query raw, without its question mark; the fragment is dropped, for it is never sent
 */
record HttpUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {

    /** {@code authorityStart} is the offset after {@code ://}. */
    static HttpUrl parse(String url, boolean tls, int authorityStart) {
        int authorityEnd = authorityStart;
        while (authorityEnd < url.length() && "/?#".indexOf(url.charAt(authorityEnd)) < 0) {
            authorityEnd++;
        }
        int end = url.indexOf('#', authorityEnd);
        if (end < 0) {
            end = url.length();
        }
        int question = url.indexOf('?', authorityEnd);
        boolean hasQuery = question >= 0 && question < end;
        String path = url.substring(authorityEnd, hasQuery ? question : end);
        String query = hasQuery ? url.substring(question + 1, end) : null;
        return withAuthority(url.substring(authorityStart, authorityEnd), tls, path, query);
    }

    /** Scheme and authority of an endpoint in their one spelling. */
    static String endpoint(String url) {
        boolean tls = url.regionMatches(true, 0, "https://", 0, 8);
        if (!tls && !url.regionMatches(true, 0, "http://", 0, 7)) {
            throw new IllegalArgumentException("An endpoint starts with https:// or http://.");
        }
        try {
            var parsed = parse(url, tls, tls ? 8 : 7);
            if (parsed.path.length() > 1 || parsed.query != null) {
                throw new IllegalArgumentException("An endpoint is a scheme, a host and perhaps a port, nothing more.");
            }
            return parsed.origin();
        } catch (UnusableUrl e) {
            throw new IllegalArgumentException("The endpoint cannot be used. " + e.getMessage(), e);
        }
    }

    String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    String origin() {
        return scheme + "://" + authority();
    }

    /** This URL with the path behind the endpoint, which is an origin or one and a path; null when it is elsewhere. */
    @Nullable
    HttpUrl below(String endpoint) {
        String root = endpoint.substring(Math.min(endpoint.length(), origin().length()));
        boolean same = endpoint.equals(origin() + root) && (root.isEmpty() || root.startsWith("/"));
        return same && path.startsWith(root + "/")
                ? new HttpUrl(scheme, host, port, path.substring(root.length()), query)
                : null;
    }

    boolean hasDefaultPort() {
        return port < 0;
    }

    /** Path and query as they are sent, with everything escaped that has to be. */
    String target() {
        String raw = query == null ? path : path + "?" + query;
        PercentCoding.requireSoundEscapes(raw);
        return PercentCoding.encodeIllegal(raw.startsWith("/") ? raw : "/" + raw);
    }

    private static HttpUrl withAuthority(String authority, boolean tls, String path, @Nullable String query) {
        if (authority.indexOf('@') >= 0) {
            throw UnusableUrl.invalid(
                    "The URL carries a user name or password; credentials belong into a storage integration.");
        }
        int colon =
                authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.indexOf(':');
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        int port = colon < 0 ? -1 : port(authority.substring(colon + 1), tls ? 443 : 80);
        return new HttpUrl(tls ? "https" : "http", host, port, path, query);
    }

    private static int port(String text, int schemePort) {
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || port > 65_535) {
                throw UnusableUrl.invalid("The URL's port is not a number from 1 to 65535.");
            }
            port = port * 10 + digit;
        }
        if (!text.isEmpty() && (port == 0 || port > 65_535)) {
            throw UnusableUrl.invalid("The URL's port is not a number from 1 to 65535.");
        }
        return text.isEmpty() || port == schemePort ? -1 : port;
    }

    private static String host(String given) {
        String host = given;
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        host = ascii(host).toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            throw UnusableUrl.invalid("The URL has no host.");
        }
        boolean address = host.startsWith("[");
        if (address && !host.endsWith("]")) {
            throw unsoundHost();
        }
        for (int i = 0; i < host.length(); i++) {
            if (!isHostCharacter(host.charAt(i), address)) {
                throw unsoundHost();
            }
        }
        return host;
    }

    private static boolean isHostCharacter(char c, boolean address) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_'
                || (address && (c == '[' || c == ']' || c == ':'));
    }

    private static String ascii(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                return international(host);
            }
        }
        return host;
    }

    private static String international(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw unsoundHost();
        }
    }

    private static UnusableUrl unsoundHost() {
        return UnusableUrl.invalid("The URL's host is not the name or the address of a host.");
    }
}
