package io.accession.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One request as it came in. For one thread. */
public interface WireRequest {

    String method();

    /** Path and query exactly as they were sent: nothing decoded, nothing put in order. Signatures cover it. */
    String target();

    /** A decoded part of the path, by the name that its route gives it. */
    String path(String parameter);

    /** All values of a query key, decoded, in their order. */
    List<String> query(String parameter);

    /** All lines of a header as one, joined with commas. */
    Optional<String> header(String name);

    /** Whether nobody on the way can have read it: over TLS, or from this machine. */
    boolean isConfidential();

    /** The body as it comes in, once. Breaks with an {@link java.io.IOException} when the sender is gone. */
    InputStream body();

    /** Where the sender finds this server: scheme and authority, perhaps a path, and no slash at the end. */
    String origin();

    /** What is quoted when the sender asks the operator about this request. */
    String id();
}
