package io.accession.server.rest;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.drift.DriftCheck;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.registry.Folders;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Verifying folders against their storages. Each holds a connection to the database while it runs, so there are few at a time. */
public final class DriftRoutes {

    private static final int AT_ONCE = 2;
    private static final int RETRY_AFTER_SECONDS = 30;
    private static final int LARGEST_SAMPLE = 10_000;

    private final Folders folders;
    private final DriftCheck check;
    private final Semaphore free = new Semaphore(AT_ONCE);

    public DriftRoutes(Folders folders, DriftCheck check) {
        this.folders = folders;
        this.check = check;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/folders/{id}/verifications", this::verify));
    }

    private void verify(Call call) throws IOException {
        var folder = folders.read(call.asking(), new FolderId(call.id("id", "folder")));
        int sample = call.queryNumber("sample").orElse(0);
        if (sample < 0 || sample > LARGEST_SAMPLE) {
            throw Call.invalid("sample", "A sample has 0 to " + LARGEST_SAMPLE + " items.");
        }
        if (!free.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "The server verifies " + AT_ONCE + " folders already; it is your turn when one of them is done.",
                    RETRY_AFTER_SECONDS));
        }
        try {
            verify(call, folder.id(), sample);
        } finally {
            free.release();
        }
    }

    private void verify(Call call, FolderId folder, int sample) throws IOException {
        var events = new DriftEvents(call);
        try {
            events.end(check.check(call.asking(), folder, sample, events));
            events.close();
        } catch (ObjectUnavailableException e) {
            events.fail(e.failure().message());
            events.close();
        } catch (InterruptedException e) {
            events.close(); // the server stops; without its last event the answer is not whole
            Thread.currentThread().interrupt();
        }
    }
}
