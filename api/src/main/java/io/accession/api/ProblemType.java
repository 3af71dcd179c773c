package io.accession.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems. Their URIs are stable: programs tell problems apart by them. */
public enum ProblemType {
    REQUEST_INVALID(400, "The request is not valid"),
    MANIFEST_INVALID(400, "The manifest cannot be read"),
    UNAUTHENTICATED(401, "No valid credential"),
    ADMINISTRATORS_ONLY(403, "For administrators only"),
    FORGED_REQUEST(403, "Not sent by a page of this server"),
    NOT_FOUND(404, "Not found"),
    NO_THUMBNAIL(404, "No small picture"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    CONFLICT(409, "In conflict with what is there"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported content type"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "The server failed"),
    UNAVAILABLE(503, "Not available at the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Such as {@code urn:accession:problem:manifest-invalid}. */
    public String uri() {
        return "urn:accession:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProblemType> find(String uri) {
        return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
