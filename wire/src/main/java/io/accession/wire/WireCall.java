package io.accession.wire;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One call by somebody known, with its parameters as the client writes them. For one thread. */
public final class WireCall {

    private final WireRequest request;
    private final Principal asking;
    private final InputStream body;

    WireCall(WireRequest request, Principal asking, InputStream body) {
        this.request = request;
        this.asking = asking;
        this.body = body;
    }

    Principal asking() {
        return asking;
    }

    /** To its end it is the body that was signed, or reading it fails. */
    InputStream body() {
        return body;
    }

    String origin() {
        return request.origin();
    }

    <T> T body(Class<T> type) throws IOException {
        return WireJson.read(body.readAllBytes(), type);
    }

    FolderId folder() {
        return new FolderId(pathId("folder"));
    }

    ItemId item() {
        return new ItemId(pathId("item"));
    }

    UUID pathId(String parameter) {
        return id(parameter, request.path(parameter));
    }

    Optional<String> query(String parameter) {
        return request.query(parameter).stream().findFirst();
    }

    List<String> queries(String parameter) {
        return request.query(parameter);
    }

    List<UUID> queryIds(String parameter) {
        return request.query(parameter).stream()
                .map(text -> id(parameter, text))
                .toList();
    }

    /** The client writes {@code True} and {@code False}. */
    Optional<Boolean> queryFlag(String parameter) {
        return query(parameter).map(text -> {
            if (text.equalsIgnoreCase("true")) {
                return true;
            }
            if (text.equalsIgnoreCase("false")) {
                return false;
            }
            throw invalid(parameter, "True or False is expected, got '" + text + "'.");
        });
    }

    Optional<Integer> queryNumber(String parameter) {
        return query(parameter).map(text -> {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw invalid(parameter, "A whole number is expected, got '" + text + "'.");
            }
        });
    }

    PageRequest page() {
        int size = queryNumber("pageSize").orElse(PageRequest.DEFAULT_LIMIT);
        if (size < 1 || size > PageRequest.MAXIMUM_LIMIT) {
            throw invalid("pageSize", "A page has 1 to " + PageRequest.MAXIMUM_LIMIT + " results, got " + size + ".");
        }
        return new PageRequest(size, query("pageToken").orElse(null));
    }

    WireAnswer json(Object value) {
        return new WireAnswer.Whole(200, WireJson.text(value));
    }

    /** What is JSON already. */
    WireAnswer written(String json) {
        return new WireAnswer.Whole(200, json);
    }

    /** The client cannot read an empty body. */
    WireAnswer nothing() {
        return new WireAnswer.Whole(200, "null");
    }

    static RegistryException invalid(String parameter, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault(parameter, message))));
    }

    /** Also without hyphens, as Python reads them. */
    static UUID id(String parameter, String text) {
        var plain = text.replace("-", "");
        if (!plain.matches("[0-9a-fA-F]{32}")) {
            throw invalid(parameter, "A UUID is expected, got '" + text + "'.");
        }
        return new UUID(Long.parseUnsignedLong(plain, 0, 16, 16), Long.parseUnsignedLong(plain, 16, 32, 16));
    }
}
