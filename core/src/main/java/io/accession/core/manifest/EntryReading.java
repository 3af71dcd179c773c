package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry while it is read. */
final class EntryReading {

    /** Keys with a meaning, besides {@code objectUrl_N}. */
    static final List<String> KEYS = List.of(
            "objectUrl",
            "title",
            "clientMetadata",
            "createVideo",
            "type",
            "images",
            "dicomFiles",
            EntryItems.KEY,
            EntryItems.PREFIX_KEY,
            "url",
            "tags",
            "externalFileType",
            "clusterByResolution",
            "videoMetadata",
            "audioMetadata",
            "pdfMetadata",
            "textMetadata",
            "imageMetadata",
            "dicomMetadata");

    private static final FailureCode INVALID = FailureCode.ENTRY_INVALID;

    private final EntryType type;
    private final EntryValues values;
    private final EntryFaults faults;
    private final EntryNotes notes;
    private final ClientMetadataReading metadata;
    private final EntryObjects objects;
    private final EntryItems items;
    private final SeenKeys seen = new SeenKeys();

    private @Nullable String title;
    private @Nullable RawJson clientMetadata;
    private MediaBlock.@Nullable Supplied supplied;
    private @Nullable Boolean createVideo;

    EntryReading(EntryType type, ManifestLimits limits, EntryValues values, EntryFaults faults, EntryNotes notes) {
        this.type = type;
        this.values = values;
        this.faults = faults;
        this.notes = notes;
        this.metadata = new ClientMetadataReading(values, limits, notes);
        this.items = new EntryItems(values);
        this.objects = new EntryObjects(type, values, limits.urlBytes());
    }

    ManifestEntry read() throws IOException {
        int start = values.position();
        if (values.begins('{', INVALID, "An entry", "must be an object with an objectUrl")) {
            readKeys();
            conclude();
            noteMissingTitle(start);
        }
        return entry();
    }

    private void conclude() {
        if (type.namesItems()) {
            items.conclude(createVideo != null);
        } else {
            objects.conclude();
        }
    }

    private void readKeys() throws IOException {
        var scanner = values.scanner();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            String key = values.key();
            if (type.kind().isComposite() && !type.namesItems() && key.startsWith(EntryObjects.NUMBERED_PREFIX)) {
                objects.readNumbered(key);
            } else if (seen.add(key)) {
                readKey(key);
            } else {
                scanner.skipValue();
                values.fault(INVALID, "'" + Wording.shortened(key) + "' is given twice. Keep one.");
            }
        }
    }

    private void readKey(String key) throws IOException {
        switch (key) {
            case "title" -> readTitle();
            case "clientMetadata" -> clientMetadata = values.skipNull() ? null : metadata.read();
            case "createVideo" -> createVideo = values.skipNull() ? null : values.flag(INVALID, "createVideo");
            // What lines of NDJSON say, and what the reference system's client adds to every entry; the type key has
            // said it already.
            case "type", "externalFileType", "clusterByResolution" ->
                values.scanner().skipValue();
            default -> readKeyOfType(key);
        }
    }

    private void readKeyOfType(String key) throws IOException {
        if (type.namesItems()) {
            readKeyOfItems(key);
        } else if (type.kind().isComposite()) {
            if (key.equals(type.membersKey())) {
                objects.readMembers();
            } else {
                values.skipUnknown(key);
            }
        } else if (key.equals("objectUrl")) {
            objects.readSingle();
        } else if (key.equalsIgnoreCase(type.block())) {
            readBlock();
        } else {
            values.skipUnknown(key);
        }
    }

    private void readKeyOfItems(String key) throws IOException {
        switch (key) {
            case EntryItems.KEY -> items.readItems();
            case EntryItems.PREFIX_KEY -> items.readPrefix();
            default -> values.skipUnknown(key);
        }
    }

    private void readTitle() throws IOException {
        if (!values.skipNull()) {
            title = values.text(INVALID, "title");
        }
        if (title != null && title.isBlank()) {
            title = null;
        }
    }

    private void readBlock() throws IOException {
        String block = Objects.requireNonNull(type.block());
        if (values.skipNull()) {
            return;
        }
        if (supplied != null) {
            values.scanner().skipValue();
            values.fault(INVALID, "'" + block + "' is given twice, in different spellings. Keep one.");
            return;
        }
        supplied = MediaBlock.read(values, type.kind(), block, block);
    }

    private void noteMissingTitle(int start) {
        if (type == EntryType.DICOM_SERIES && title == null) {
            notes.note("DICOM_WITHOUT_TITLE", "", start);
        }
    }

    private ManifestEntry entry() {
        var kind = type.kind() == ItemKind.IMAGE_GROUP && Boolean.TRUE.equals(createVideo)
                ? ItemKind.IMAGE_SEQUENCE
                : type.kind();
        if (type.namesItems()) {
            return new ManifestEntry(kind, List.of(), items.given(), title, clientMetadata, null, faults.failure());
        }
        return new ManifestEntry(
                kind, objects.references(supplied), title, clientMetadata, objects.missing(supplied), faults.failure());
    }
}
