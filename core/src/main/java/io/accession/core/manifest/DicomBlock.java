package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.MediaFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code dicomMetadata}: the tags of one DICOM file (registration-facts section 4.3). */
final class DicomBlock {

    private static final FailureCode INVALID = FailureCode.MEDIA_METADATA_INVALID;

    /** All of them must be there as keys; their values may be null. */
    static final List<String> REQUIRED_TAGS = List.of(
            "00080018",
            "00100020",
            "00180050",
            "00181114",
            "00181164",
            "0020000D",
            "0020000E",
            "00200013",
            "00200032",
            "00200037",
            "00209113",
            "00209116",
            "00280004",
            "00280008",
            "00280010",
            "00280011",
            "00280030",
            "00281050",
            "00281051",
            "00289110",
            "52009229",
            "52009230");

    private DicomBlock() {}

    static MediaBlock.Supplied read(EntryValues values, String block, String path) throws IOException {
        MediaBlock.Supplied tags = null;
        var scanner = values.scanner();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            String key = values.key();
            if (!key.equals("tags")) {
                values.skipUnknown(block + "." + key);
            } else if (tags != null) {
                scanner.skipValue();
                values.fault(INVALID, path + ".tags is given twice.");
                tags = MediaBlock.Supplied.WRONG;
            } else if (!values.skipNull()) {
                tags = readTags(values, path + ".tags");
            }
        }
        return tags == null ? MediaBlock.Supplied.missing(path + ".tags") : tags;
    }

    private static MediaBlock.Supplied readTags(EntryValues values, String path) throws IOException {
        if (!values.begins('{', INVALID, path, "must be an object")) {
            return MediaBlock.Supplied.WRONG;
        }
        var scanner = values.scanner();
        int from = values.position();
        var given = new HashSet<String>();
        boolean sound = true;
        scanner.takeUnstorable();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            String tag = values.key().toUpperCase(Locale.ROOT);
            given.add(tag);
            sound &= readTag(values, path + "." + Wording.shortened(tag));
        }
        var unstorable = scanner.takeUnstorable();
        if (unstorable != null) {
            values.fault(INVALID, path + " holds " + unstorable + ", which cannot be stored. Remove it.");
        }
        return sound && unstorable == null
                ? supplied(scanner.window(), from, path, missing(given))
                : MediaBlock.Supplied.WRONG;
    }

    private static boolean readTag(EntryValues values, String path) throws IOException {
        if (values.skipNull()) {
            return true;
        }
        if (!values.begins('{', INVALID, path, "must be an object or null")) {
            return false;
        }
        values.scanner().skipValue();
        return true;
    }

    private static @Nullable String missing(Set<String> given) {
        return REQUIRED_TAGS.stream()
                .filter(tag -> !given.contains(tag))
                .findFirst()
                .orElse(null);
    }

    /** The block does not tell the file's size, which stays 0. */
    private static MediaBlock.Supplied supplied(JsonWindow window, int from, String path, @Nullable String missing) {
        if (missing != null) {
            return MediaBlock.Supplied.missing(path + "." + missing);
        }
        var tags = new String(window.bytes, from, window.position - from, StandardCharsets.UTF_8);
        return new MediaBlock.Supplied(new MediaFacts.Dicom("application/dicom", 0, tags), null);
    }
}
