package io.accession.server.rest;

import io.accession.api.NewMigration;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.migrate.ItemMigration;
import io.accession.core.migrate.MigrationOrder;
import io.accession.core.migrate.MovedItems;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Migrating items. Each migration holds a connection to the database while storages are asked, so there are few at a time. */
public final class MigrationRoutes {

    private static final int AT_ONCE = 2;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final ItemMigration migration;
    private final Semaphore free = new Semaphore(AT_ONCE);

    public MigrationRoutes(ItemMigration migration) {
        this.migration = migration;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/items/migrate", this::migrate));
    }

    private void migrate(Call call) throws IOException {
        var order = order(call.body(NewMigration.class));
        if (!free.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "The server migrates items for " + AT_ONCE
                            + " others already; it is your turn when one of them is done.",
                    RETRY_AFTER_SECONDS));
        }
        try {
            migrate(call, order);
        } finally {
            free.release();
        }
    }

    private void migrate(Call call, MigrationOrder order) throws IOException {
        var events = new MigrationEvents(call);
        try {
            events.end(migration.migrate(call.asking(), order, events));
        } catch (RegistryException e) {
            events.fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops; without its last event the answer is not whole
        }
        events.close();
    }

    private static MigrationOrder order(NewMigration wanted) {
        return new MigrationOrder(
                new MovedItems.Everything(
                        wanted.folderId() == null ? null : new FolderId(wanted.folderId()), prefix(wanted.prefix())),
                new IntegrationId(wanted.fromIntegrationId()),
                wanted.toIntegrationId() == null ? null : new IntegrationId(wanted.toIntegrationId()),
                !Boolean.FALSE.equals(wanted.checkAccess()),
                true,
                Boolean.TRUE.equals(wanted.plan()));
    }

    private static MovedItems.@Nullable Prefix prefix(NewMigration.@Nullable Prefix given) {
        if (given == null) {
            return null;
        }
        if (given.before().isEmpty()) {
            throw Call.invalid("/prefix/before", "The beginning of the URLs has at least one character.");
        }
        return new MovedItems.Prefix(given.before(), given.after());
    }
}
