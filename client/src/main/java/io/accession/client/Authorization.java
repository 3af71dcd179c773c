package io.accession.client;

import java.net.URI;

/** The headers that say who is asking. Safe for use by many threads. */
@FunctionalInterface
interface Authorization {

    /** Lines that end with CR and LF. */
    String headers(String method, URI address);

    static Authorization bearer(String token) {
        return (_, _) -> "Authorization: Bearer " + token + "\r\n";
    }
}
