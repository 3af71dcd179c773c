package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks client metadata and hands it on as it was written. */
final class ClientMetadataReading {

    private final EntryValues values;
    private final ManifestLimits limits;
    private final EntryNotes notes;

    ClientMetadataReading(EntryValues values, ManifestLimits limits, EntryNotes notes) {
        this.values = values;
        this.limits = limits;
        this.notes = notes;
    }

    /** Null after a fault. */
    @Nullable
    RawJson read() throws IOException {
        if (!values.begins('{', FailureCode.ENTRY_INVALID, "clientMetadata", "must be an object")) {
            return null;
        }
        var scanner = values.scanner();
        var window = scanner.window();
        int from = values.position();
        scanner.takeUnstorable();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            scanner.key();
            noteReserved(window.bytes[scanner.strings().from()]);
            scanner.skipValue();
        }
        return checked(new RawJson(window.bytes, from, window.position - from), scanner.takeUnstorable());
    }

    private void noteReserved(byte first) {
        if (first != '$' && first != 'k' && first != 'K') {
            return;
        }
        var strings = values.scanner().strings();
        String key = strings.text();
        boolean keyframes =
                key.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "").equals("keyframes");
        if (keyframes || (first == '$' && !key.equals("$encord"))) {
            notes.note("RESERVED_METADATA_KEY", Wording.shortened(key), strings.from());
        }
    }

    private @Nullable RawJson checked(RawJson metadata, @Nullable String unstorable) {
        if (metadata.length() > limits.metadataBytes()) {
            values.fault(
                    FailureCode.METADATA_TOO_LARGE,
                    "clientMetadata is " + Wording.count(metadata.length()) + " bytes long; "
                            + Wording.count(limits.metadataBytes()) + " are allowed for one entry.");
            return null;
        }
        if (unstorable != null) {
            values.fault(
                    FailureCode.METADATA_NOT_STORABLE,
                    "clientMetadata holds " + unstorable + ", which PostgreSQL cannot store. Remove it.");
            return null;
        }
        return metadata;
    }
}
