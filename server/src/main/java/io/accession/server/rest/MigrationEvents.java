package io.accession.server.rest;

import io.accession.api.Json;
import io.accession.api.MigrationEvent;
import io.accession.core.domain.RegistryException;
import io.accession.core.migrate.MigrationNews;
import io.accession.core.migrate.MigrationReport;
import io.accession.server.http.Call;
import io.accession.server.http.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A migration as lines of JSON, each there at once. The answer begins with the first of them. */
final class MigrationEvents implements MigrationNews {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final byte[] NEW_LINE = {'\n'};

    private final Call call;
    private @Nullable OutputStream out;
    private long lastProgress = System.nanoTime();

    MigrationEvents(Call call) {
        this.call = call;
    }

    private void write(MigrationEvent event) throws IOException {
        if (out == null) {
            out = call.stream(MigrationEvent.MEDIA_TYPE);
        }
        out.write(Json.strict().writeValueAsBytes(event));
        out.write(NEW_LINE);
        out.flush();
    }

    /** At most twice a second. */
    @Override
    public void looked(long items) throws IOException {
        long now = System.nanoTime();
        if (now - lastProgress >= PAUSE.toNanos()) {
            lastProgress = now;
            write(new MigrationEvent.Progress(items));
        }
    }

    @Override
    public void failed(Refused refused) throws IOException {
        var item = refused.item();
        write(new MigrationEvent.Refused(
                item == null ? null : item.value(),
                refused.url(),
                refused.newUrl(),
                refused.failure().code().name(),
                refused.failure().message()));
    }

    @Override
    public void duplicate(Twin twin) throws IOException {
        write(new MigrationEvent.Duplicate(
                twin.item().value(), twin.newUrl(), twin.other().value()));
    }

    void end(MigrationReport report) throws IOException {
        write(new MigrationEvent.Ended(
                report.items(),
                report.unchanged(),
                report.checked(),
                report.failed(),
                report.duplicates(),
                report.migrated()));
    }

    /** As a problem of the whole answer, if that has not begun. */
    void fail(RegistryException failure) throws IOException {
        if (out == null) {
            throw failure;
        }
        write(new MigrationEvent.Failed(Problems.of(failure.error()).of("/api/v1/items/migrate", call.requestId())));
    }

    /** Ends the answer. Not to be called when something unexpected came in between: nobody must take this for an answer then. */
    void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
