package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The registered images that one entry names (registration-facts section 4.0, {@code imageGroupsFromItems}). */
final class EntryItems {

    static final String KEY = "imageItems";
    static final String PREFIX_KEY = "videoUrlPrefix";

    private static final FailureCode INVALID = FailureCode.ENTRY_INVALID;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EntryValues values;
    private final List<ItemId> items = new ArrayList<>(0);
    private @Nullable String videoUrlPrefix;
    private boolean faulted;

    EntryItems(EntryValues values) {
        this.values = values;
    }

    void readItems() throws IOException {
        if (values.skipNull() || !values.begins('[', INVALID, KEY, "must be a list of item ids")) {
            return;
        }
        var scanner = values.scanner();
        scanner.enter();
        int index = 0;
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            readItem(KEY + "[" + index++ + "]");
        }
    }

    private void readItem(String path) throws IOException {
        var id = values.text(INVALID, path);
        if (id != null && UUID_FORM.matcher(id).matches()) {
            items.add(new ItemId(UUID.fromString(id)));
        } else {
            faulted = true;
            if (id != null) {
                values.fault(INVALID, path + " must be the id of an item, got " + Wording.shortened(id) + ".");
            }
        }
    }

    void readPrefix() throws IOException {
        videoUrlPrefix = values.skipNull() ? null : values.text(INVALID, PREFIX_KEY);
    }

    /** When all keys have been read. */
    void conclude(boolean createVideoGiven) {
        if (items.isEmpty() && !faulted) {
            values.fault(INVALID, KEY + " is missing or empty.");
        }
        if (!createVideoGiven) {
            values.fault(INVALID, "createVideo is missing: true for a sequence, false for a group.");
        }
    }

    GivenItems given() {
        return new GivenItems(items, videoUrlPrefix);
    }
}
