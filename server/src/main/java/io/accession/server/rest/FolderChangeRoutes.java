package io.accession.server.rest;

import io.accession.api.FolderChange;
import io.accession.api.FolderMove;
import io.accession.api.FolderSummary;
import io.accession.core.domain.FolderId;
import io.accession.core.registry.Folders;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Folders that get another name or place, and what lies in them. */
public final class FolderChangeRoutes {

    private static final int MOST_MOVED = 1_000;

    private final Folders folders;

    public FolderChangeRoutes(Folders folders) {
        this.folders = folders;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.patch("/api/v1/folders/{id}", this::change),
                Operation.post("/api/v1/folders/move", this::move),
                Operation.get("/api/v1/folders/{id}/summary", this::summarize));
    }

    private void change(Call call) throws IOException {
        var id = id(call);
        var body = call.body(FolderChange.class);
        var change = new io.accession.core.registry.FolderChange(
                body.name(), body.description(), MetadataOnTheWire.text(body.clientMetadata()));
        folders.change(call.asking(), Map.of(id, change));
        call.answer(FolderRoutes.shown(folders.read(call.asking(), id)));
    }

    private void move(Call call) throws IOException {
        var body = call.body(FolderMove.class);
        ManyIds.check("/folders", body.folders(), MOST_MOVED);
        folders.move(
                call.asking(),
                body.folders().stream().distinct().map(FolderId::new).toList(),
                body.parentId() == null ? null : new FolderId(body.parentId()));
        call.answerNothing();
    }

    private void summarize(Call call) throws IOException {
        var summary = folders.summarize(call.asking(), id(call));
        call.answer(new FolderSummary(
                FolderRoutes.byWireName(summary.items()),
                summary.tombstones(),
                summary.folders(),
                summary.uploadJobs(),
                summary.bytes()));
    }

    private static FolderId id(Call call) {
        return new FolderId(call.id("id", "folder"));
    }
}
