package io.accession.api;

import java.time.Instant;

/** The asker has seen what had ended until then. */
public record SeenNotifications(Instant until) {}
