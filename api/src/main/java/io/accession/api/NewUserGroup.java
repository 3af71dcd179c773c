package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A group of users to be made. */
public record NewUserGroup(String name, @Nullable String description) {}
