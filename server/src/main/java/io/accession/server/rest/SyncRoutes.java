package io.accession.server.rest;

import io.accession.core.domain.FolderId;
import io.accession.core.sync.SyncRunId;
import io.accession.core.sync.SyncedFolders;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;

/** Runs of folders' syncs. */
public final class SyncRoutes {

    private final SyncedFolders synced;

    public SyncRoutes(SyncedFolders synced) {
        this.synced = synced;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/folders/{id}/syncs", this::start),
                Operation.get("/api/v1/folders/{id}/syncs/{sync}", this::read),
                Operation.post("/api/v1/folders/{id}/syncs/{sync}/cancel", this::cancel));
    }

    private void start(Call call) throws IOException {
        var started = synced.start(call.asking(), folder(call));
        call.answer(started.isNew() ? Status.CREATED_201 : Status.OK_200, SyncOnTheWire.shown(started.run()));
    }

    private void read(Call call) throws IOException {
        call.answer(SyncOnTheWire.shown(synced.read(call.asking(), folder(call), run(call))));
    }

    private void cancel(Call call) throws IOException {
        call.answer(SyncOnTheWire.shown(synced.cancel(call.asking(), folder(call), run(call))));
    }

    private static FolderId folder(Call call) {
        return new FolderId(call.id("id", "folder"));
    }

    private static SyncRunId run(Call call) {
        return new SyncRunId(call.id("sync", "sync"));
    }
}
