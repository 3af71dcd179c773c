package io.accession.core.migrate;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.ObjectStores;
import io.accession.core.migrate.MigrationStage.Stages;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.util.List;

/**
 * Gives items other storage integrations and URLs without registering them again. Memory does not grow with their number, and no transaction is open
 * while a storage is asked. Safe for use by many threads.
 */
public final class ItemMigration {

    private static final int MOST_NAMED = 10_000;

    private final Stages stages;
    private final Integrations integrations;
    private final ObjectStores stores;

    public ItemMigration(Stages stages, Integrations integrations, ObjectStores stores) {
        this.stages = stages;
        this.integrations = integrations;
        this.stores = stores;
    }

    /**
     * Migrates all chosen items, or none.
     *
     * @throws RegistryException when the order is wrong, or when items changed while they were looked at
     */
    public MigrationReport migrate(Principal asking, MigrationOrder order, MigrationNews news)
            throws IOException, InterruptedException {
        require(order);
        var destinations = new Destinations(integrations, asking, order);
        try (var stage = stages.open(asking)) {
            var looking = new StageLooking(
                    stage,
                    new Placing(destinations, order.checksAccess()),
                    order.checksAccess() ? new AccessChecks(stores) : null,
                    news);
            var missing = stage.choose(order);
            long items = stage.size();
            if (!order.skipsMissing()) {
                for (var refused : missing) {
                    looking.refuse(refused);
                }
            }
            looking.look();
            looking.lookAtComposites(new CompositeIdentities(integrations::find), order.to());
            long twins = looking.tellTwins();
            boolean migrates = !order.isPlan() && looking.refused() == 0;
            if (migrates) {
                stage.migrate(order.to());
            }
            return new MigrationReport(
                    items,
                    looking.unchanged(),
                    missing.size(),
                    looking.checked(),
                    looking.refused(),
                    twins,
                    migrates ? items - looking.unchanged() : 0,
                    migrates && isNamed(order) ? stage.listChosen(2 * MOST_NAMED) : List.of());
        }
    }

    private static boolean isNamed(MigrationOrder order) {
        return !(order.items() instanceof MovedItems.Everything);
    }

    private static void require(MigrationOrder order) {
        switch (order.items()) {
            case MovedItems.Named named -> requireFew(named.items().size());
            case MovedItems.AtUrls atUrls -> requireFew(atUrls.urls().size());
            case MovedItems.Everything everything -> {
                if (order.from() == null) {
                    throw invalid("Say from which storage integration the items migrate.");
                }
                if (order.to() == null && everything.prefix() == null) {
                    throw invalid("Say to which storage integration the items migrate, or what the beginning of their"
                            + " URLs becomes.");
                }
            }
        }
    }

    private static void requireFew(int items) {
        if (items > MOST_NAMED) {
            throw invalid("At most " + MOST_NAMED + " items or URLs can be named at once.");
        }
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}
