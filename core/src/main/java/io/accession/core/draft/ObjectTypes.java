package io.accession.core.draft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts objects into types: by extension, or by their first bytes where the extension says nothing and they were looked at. */
final class ObjectTypes {

    private final WantedKind kind;
    private final LeftOutObjects leftOut;

    ObjectTypes(WantedKind kind, LeftOutObjects leftOut) {
        this.kind = kind;
        this.leftOut = leftOut;
    }

    /** Whether only the first bytes can tell. */
    static boolean asksForBytes(ListedObject object) {
        return !isDirectory(object)
                && object.bytes() != 0
                && FileExtensions.find(object.fileName()).isEmpty();
    }

    private static boolean isDirectory(ListedObject object) {
        return object.key().endsWith("/")
                || object.key().endsWith("_$folder$")
                || object.key().isEmpty();
    }

    /** Empty where the object is left out, which is counted. */
    Optional<DraftType> find(ListedObject object) {
        if (isDirectory(object)) {
            return leftOut(LeftOutObjects.DIRECTORY, object);
        }
        if (object.bytes() == 0) {
            return leftOut(LeftOutObjects.EMPTY, object);
        }
        var type = FileExtensions.find(object.fileName());
        if (type.isPresent()) {
            return wanted(type.get(), object);
        }
        if (kind == WantedKind.DICOM_SERIES && FileExtensions.mayBeDicom(object.fileName())) {
            return Optional.of(DraftType.DICOM_SERIES);
        }
        leftOut.addUnknown(object);
        return Optional.empty();
    }

    /** {@code bytes} are its first ones; null where they could not be read. */
    Optional<DraftType> find(ListedObject object, byte @Nullable [] bytes) {
        if (bytes == null) {
            return leftOut(LeftOutObjects.UNREADABLE, object);
        }
        var type = FirstBytes.type(bytes);
        return type.isPresent() ? wanted(type.get(), object) : leftOut(LeftOutObjects.UNKNOWN_BYTES, object);
    }

    private Optional<DraftType> wanted(DraftType type, ListedObject object) {
        return kind.takes(type) ? Optional.of(type) : leftOut(LeftOutObjects.OTHER_KIND, object);
    }

    private Optional<DraftType> leftOut(String reason, ListedObject object) {
        leftOut.add(reason, object.key());
        return Optional.empty();
    }
}
