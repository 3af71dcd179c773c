package io.accession.wire;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemKind;
import io.accession.core.hosted.HostedUploads;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places for files that the client uploads from its own disk. */
public final class LocalUploadCalls {

    private final HostedUploads uploads;

    public LocalUploadCalls(HostedUploads uploads) {
        this.uploads = uploads;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("storage/folders/{folder}/upload-signed-urls", this::reserveInFolder)
                        .repeated(),
                WireRoute.get("presigned-urls", this::reserve));
    }

    /** The subfolder that the client may name for frames is passed over: frames lie with their group. */
    private record Wanted(String itemType, int count) {}

    private WireAnswer reserveInFolder(WireCall call) throws IOException {
        var wanted = call.body(Wanted.class);
        return reserve(call, call.folder(), wanted.itemType(), wanted.count());
    }

    /** For a dataset, which says only with its upload job where the files are to lie. */
    private WireAnswer reserve(WireCall call) {
        return reserve(
                call,
                null,
                call.query("uploadItemType").orElse(""),
                call.queryNumber("count").orElse(0));
    }

    private record SignedUrl(UUID itemUuid, String objectKey, String signedUrl) {}

    private WireAnswer reserve(WireCall call, @Nullable FolderId folder, String type, int count) {
        if (ItemKind.find(type).filter(kind -> !kind.isComposite()).isEmpty()) {
            throw WireCall.invalid("itemType", "There are no files of the type '" + type + "'.");
        }
        var places = uploads.reserve(call.asking(), folder, count, call.origin());
        return call.json(WirePage.of(places.stream()
                .map(place -> new SignedUrl(
                        place.object().id(), place.object().key(), place.url().toString()))
                .toList()));
    }
}
