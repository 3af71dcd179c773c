package io.accession.core.map;

import java.util.UUID;

/** The right of one process to work on a map. It runs out unless it is renewed. */
public record MapClaim(String key, UUID owner) {}
