package io.accession.core.job;

import io.accession.core.domain.ItemId;

/** An item that a job registered, or found registered before. */
public record JobItem(ItemId id, String name) {}
