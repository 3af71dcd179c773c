package io.accession.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry that could not be registered.
 *
 * @param objectUrls all of a group, in order; empty when the entry has none that can be read
 * @param jsonPointer where the entry stands in its manifest
 * @param retryable whether posting the same entry again may help without anybody changing anything
 * @param subtaskUuid what to quote when asking the operator
 */
public record UnitFailure(
        List<String> objectUrls,
        @Nullable String title,
        String itemType,
        String jsonPointer,
        long line,
        long column,
        String code,
        boolean retryable,
        int attempts,
        String message,
        UUID subtaskUuid) {

    public UnitFailure {
        objectUrls = List.copyOf(objectUrls);
    }
}
