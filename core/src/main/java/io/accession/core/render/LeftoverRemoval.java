package io.accession.core.render;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.render.Leftovers.Leftover;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what jobs wrote and no item owns. A storage that does not let us is asked again, in growing pauses of up to an hour, for about a
 * week; then the log names what is left. Doing it twice changes nothing. Safe for use by many threads.
 */
public final class LeftoverRemoval {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 180;
    private static final int LONGEST_PAUSE = 3_600;
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverRemoval.class);

    private final Leftovers leftovers;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;

    public LeftoverRemoval(
            Leftovers leftovers,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores) {
        this.leftovers = leftovers;
        this.integrations = integrations;
        this.stores = stores;
    }

    /** Deletes one object; false when none is due. */
    public boolean removeNext() {
        var claimed = leftovers.claim(LEASE);
        claimed.ifPresent(this::remove);
        return claimed.isPresent();
    }

    private void remove(Leftover leftover) {
        var integration = integrations.apply(leftover.integration());
        if (integration.isEmpty()) {
            giveUp(leftover, "its storage integration was removed");
            return;
        }
        try {
            delete(leftover, integration.get());
            leftovers.forget(leftover);
        } catch (ObjectUnavailableException e) {
            if (e.failure().code() == FailureCode.OBJECT_NOT_FOUND) {
                leftovers.forget(leftover);
            } else if (leftover.attempt() >= ATTEMPTS) {
                giveUp(leftover, e.failure().message());
            } else {
                leftovers.postpone(leftover, pause(leftover.attempt()));
            }
        }
    }

    private void delete(Leftover leftover, StorageIntegration integration) throws ObjectUnavailableException {
        switch (ObjectUrls.resolve(leftover.objectUrl(), integration.addressing())) {
            case Resolution.Located(var location) -> stores.open(integration).delete(location);
            case Resolution.Refused(var failure) -> throw new IllegalStateException(failure.message());
        }
    }

    private static Duration pause(int attempt) {
        return Duration.ofSeconds(Math.min(1L << Math.min(attempt, 20), LONGEST_PAUSE));
    }

    private void giveUp(Leftover leftover, String why) {
        LOG.warn("the unused video {} stays in the storage: {}", leftover.objectUrl(), why);
        leftovers.forget(leftover);
    }
}
