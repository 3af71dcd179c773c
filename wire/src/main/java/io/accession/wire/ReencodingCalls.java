package io.accession.wire;

import io.accession.core.domain.ItemId;
import io.accession.core.reencode.Reencoding;
import io.accession.core.reencode.ReencodingId;
import io.accession.core.reencode.Reencodings;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Videos made anew on request. */
public final class ReencodingCalls {

    private final Reencodings reencodings;

    public ReencodingCalls(Reencodings reencodings) {
        this.reencodings = reencodings;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("storage/items/reencode", this::start),
                WireRoute.get("storage/items/reencode/{reencoding}", this::read));
    }

    /** The title that the client gives is passed over. */
    private record Wanted(List<UUID> storageItems, boolean forceFullReencoding) {}

    private WireAnswer start(WireCall call) throws IOException {
        var wanted = call.body(Wanted.class);
        var items = wanted.storageItems().stream().map(ItemId::new).toList();
        return call.json(reencodings
                .start(call.asking(), items, wanted.forceFullReencoding())
                .id()
                .value());
    }

    private record Status(String status, @Nullable List<Video> result) {}

    private record Video(
            UUID itemUuid, @Nullable String url, @Nullable String error) {

        static Video of(Reencoding.Video video) {
            var failure = video.failure();
            return new Video(video.item().value(), video.objectUrl(), failure == null ? null : failure.message());
        }
    }

    private WireAnswer read(WireCall call) {
        var reencoding = reencodings.read(call.asking(), new ReencodingId(call.pathId("reencoding")));
        boolean hasEnded = reencoding.state() != Reencoding.State.PENDING;
        return call.json(new Status(
                status(reencoding),
                hasEnded ? reencoding.items().stream().map(Video::of).toList() : null));
    }

    static String status(Reencoding reencoding) {
        return switch (reencoding.state()) {
            case PENDING -> "submitted";
            case DONE -> "done";
            case ERROR -> "error";
        };
    }
}
