package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The flags of a manifest, in either spelling. They may stand before or after the entries. */
final class ManifestFlags {

    private static final String SKIP = "skip_duplicate_urls";
    private static final String UPSERT = "upsert_metadata";

    private final ManifestForm form;
    private @Nullable Boolean skipDuplicateUrls;
    private @Nullable Boolean upsertMetadata;
    private Place upsertPlace = new Place(0, 1, 1);

    ManifestFlags(ManifestForm form) {
        this.form = form;
    }

    static boolean isFlag(String key) {
        return isSkip(key) || key.equals(UPSERT) || key.equals("upsertMetadata");
    }

    private static boolean isSkip(String key) {
        return key.equals(SKIP) || key.equals("skipDuplicateUrls");
    }

    void read(String key, Place place, JsonScanner scanner) throws IOException {
        Boolean value = value(key, scanner);
        if (value == null) {
            return;
        }
        if ((isSkip(key) ? skipDuplicateUrls : upsertMetadata) != null) {
            throw new JsonFault(
                    place, "the flag " + (isSkip(key) ? SKIP : UPSERT) + " is given twice, in two spellings. Keep one");
        }
        if (isSkip(key)) {
            skipDuplicateUrls = value;
        } else {
            upsertMetadata = value;
            upsertPlace = place;
        }
    }

    private static @Nullable Boolean value(String key, JsonScanner scanner) throws IOException {
        int start = scanner.peek();
        if (start != 't' && start != 'f' && start != 'n') {
            throw scanner.expected("true or false for '" + key + "'");
        }
        scanner.skipValue();
        return start == 'n' ? null : Boolean.valueOf(start == 't');
    }

    void warn(ManifestWarnings warnings) {
        if (upsertMetadata() && !skipDuplicateUrls()) {
            warnings.add("UPSERT_WITHOUT_SKIP", "", () -> upsertPlace);
        }
    }

    boolean skipDuplicateUrls() {
        return skipDuplicateUrls == null ? form.skipDuplicateUrls() : skipDuplicateUrls;
    }

    boolean upsertMetadata() {
        return upsertMetadata == null ? form.upsertMetadata() : upsertMetadata;
    }
}
