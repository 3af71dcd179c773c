package io.accession.api;

import org.jspecify.annotations.Nullable;

/** What a browser signs in with: an e-mail address and its password, or a token of {@code /api/v1}, or the code of a link that signs in once. */
public record NewSession(
        @Nullable String email,
        @Nullable Secret password,
        @Nullable Secret token,
        @Nullable Secret code) {}
