package io.accession.server.rest;

import io.accession.api.Json;
import io.accession.api.NewUploadedFiles;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftType;
import io.accession.core.draft.FileExtensions;
import io.accession.core.hosted.HostedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What uploaded files are, by the ends of their names. What a file really is comes out when its job looks at it. */
final class FileKinds {

    private FileKinds() {}

    private record Entry(String objectUrl, String title) {}

    /** Fails with all names at once that say no kind. {@code pointer} has a place for the index of a name. */
    static void require(String pointer, List<String> names) {
        var faults = IntStream.range(0, names.size())
                .filter(index -> find(names.get(index)).isEmpty())
                .mapToObj(index -> new RegistryError.Fault(pointer.formatted(index), fault(names.get(index))))
                .toList();
        if (!faults.isEmpty()) {
            throw new RegistryException(new RegistryError.Invalid("Some files cannot be registered.", faults));
        }
    }

    private static Optional<DraftType> find(String name) {
        return FileExtensions.find(name).filter(type -> type != DraftType.DICOM_SERIES);
    }

    private static String fault(String name) {
        return FileExtensions.find(name).isPresent()
                ? "DICOM files are registered as series, by a manifest that names objects in a storage."
                : "The end of the name says no kind of file that can be registered.";
    }

    /** Names that say no kind are left out; see {@link #require}. */
    static byte[] manifest(List<NewUploadedFiles.File> files) throws IOException {
        Map<DraftType, List<Entry>> entries = new EnumMap<>(DraftType.class);
        for (var file : files) {
            find(file.name())
                    .ifPresent(type -> entries.computeIfAbsent(type, _ -> new ArrayList<>())
                            .add(new Entry(new HostedObject(file.id()).key(), file.name())));
        }
        var manifest = Json.strict().createObjectNode();
        entries.forEach((type, some) -> manifest.set(type.key(), Json.strict().valueToTree(some)));
        return Json.strict().writeValueAsBytes(manifest);
    }
}
