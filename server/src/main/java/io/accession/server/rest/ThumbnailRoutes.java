package io.accession.server.rest;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.domain.ItemId;
import io.accession.core.thumbnail.Thumbnail;
import io.accession.core.thumbnail.Thumbnails;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Small pictures of items. */
public final class ThumbnailRoutes {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 1_024;
    private static final int USUAL = 256;

    private final Thumbnails thumbnails;

    public ThumbnailRoutes(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/items/{id}/thumbnail", this::read));
    }

    private void read(Call call) throws IOException {
        int size = call.queryNumber("size").orElse(USUAL);
        if (size < SMALLEST || size > LARGEST) {
            throw Call.invalid("size", "A picture has " + SMALLEST + " to " + LARGEST + " pixels, got " + size + ".");
        }
        try {
            switch (find(call, new ItemId(call.id("id", "item")), size)) {
                case Thumbnail.Picture picture -> show(call, picture);
                case Thumbnail.None(var reason) -> call.refuse(Problem.of(ProblemType.NO_THUMBNAIL, reason));
                case Thumbnail.NotReadable(var reason) ->
                    call.refuse(
                            Problem.of(ProblemType.CONFLICT, reason + " The object may be fetched at its signed URL."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
            call.refuse(Problem.of(ProblemType.UNAVAILABLE, "The server is stopping. Try again."));
        }
    }

    private Thumbnail find(Call call, ItemId item, int size) throws InterruptedException {
        var frame = call.queryNumber("frame");
        if (frame.isEmpty()) {
            return thumbnails.find(call.asking(), item, size);
        }
        if (frame.get() < 0) {
            throw Call.invalid("frame", "Frames are numbered from 0, got " + frame.get() + ".");
        }
        return thumbnails.findFrame(call.asking(), item, frame.get(), size);
    }

    private static void show(Call call, Thumbnail.Picture picture) throws IOException {
        var tag = "\"" + picture.tag() + "\"";
        call.set(HeaderNames.ETAG, tag);
        call.set(HeaderNames.CACHE_CONTROL, "private, max-age=600");
        if (call.header(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
            call.answerEmpty(Status.NOT_MODIFIED_304);
        } else {
            call.send(Status.OK_200, "image/jpeg", Files.readAllBytes(picture.file()));
        }
    }
}
