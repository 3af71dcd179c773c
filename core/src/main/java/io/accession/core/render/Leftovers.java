package io.accession.core.render;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import java.time.Duration;
import java.util.Optional;

/** Objects that jobs wrote into customers' storages and that belong to no item. */
public interface Leftovers {

    /** {@code attempt} counts from 1. */
    record Leftover(ItemId item, IntegrationId integration, String objectUrl, int attempt) {}

    /** Claims one whose job has ended. It is due again after the lease, unless it was forgotten. */
    Optional<Leftover> claim(Duration lease);

    void postpone(Leftover leftover, Duration pause);

    void forget(Leftover leftover);
}
