package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the strict switch on or off: for a storage integration, or everywhere when that is null. */
public record NewStrictness(@Nullable UUID integrationId, boolean strict) {}
