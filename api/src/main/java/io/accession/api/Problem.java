package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as hoped (RFC 9457, {@code application/problem+json}).
 *
 * @param errors all faults of the request, each with its place
 * @param line of a manifest, from 1, as {@code column} (in characters); {@code byteOffset} counts from 0
 * @param pointer JSON Pointer of the place in the manifest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable List<Fault> errors,
        @Nullable Long line,
        @Nullable Long column,
        @Nullable Long byteOffset,
        @Nullable String pointer,
        @Nullable Integer retryAfterSeconds) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault: {@code pointer} is a JSON Pointer into the body or the name of a parameter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(@Nullable String pointer, String detail) {}

    /** Where a manifest stops making sense. */
    public record Place(long line, long column, long byteOffset, String pointer) {}

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, null, null, null, null, null, null, null, null);
    }

    public Problem withErrors(List<Fault> faults) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                requestId,
                faults,
                line,
                column,
                byteOffset,
                pointer,
                retryAfterSeconds);
    }

    public Problem at(Place place) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                requestId,
                errors,
                place.line(),
                place.column(),
                place.byteOffset(),
                place.pointer(),
                retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(
                type, title, status, detail, instance, requestId, errors, line, column, byteOffset, pointer, seconds);
    }

    /** {@code path} is that of the request; {@code request} is what to quote when asking the operator. */
    public Problem of(String path, String request) {
        return new Problem(
                type,
                title,
                status,
                detail,
                path,
                request,
                errors,
                line,
                column,
                byteOffset,
                pointer,
                retryAfterSeconds);
    }
}
