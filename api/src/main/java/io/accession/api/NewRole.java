package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role for a user, named by e-mail address, or for a group: {@code admin} or {@code user}. */
public record NewRole(@Nullable String email, @Nullable UUID groupId, String role) {}
