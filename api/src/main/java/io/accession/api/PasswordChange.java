package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A password in place of the present one, which has to be shown by those who have one. */
public record PasswordChange(@Nullable Secret current, Secret password) {}
