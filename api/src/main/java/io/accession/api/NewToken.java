package io.accession.api;

import org.jspecify.annotations.Nullable;

/** An API token to be made; its name helps to tell it from others. */
public record NewToken(@Nullable String name) {}
