package io.accession.api;

import java.util.UUID;

/** A user who is to belong to a group. */
public record NewGroupMember(UUID userId) {}
