package io.accession.core.registry;

import io.accession.core.domain.UserId;

/** Who is asking. */
public record Principal(UserId id, String email, boolean isAdministrator) {}
