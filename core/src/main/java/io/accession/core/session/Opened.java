package io.accession.core.session;

import io.accession.core.registry.User;

/** A session that was just opened. */
public record Opened(SessionToken token, User user) {}
