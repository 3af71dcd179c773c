package io.accession.core.plan;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemKind;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.IdentityHash;
import org.jspecify.annotations.Nullable;

/** An entry that has to be looked at, or that failed ({@code failure} is not null). */
public record NewUnit(
        int ordinal,
        int slot,
        EntryPosition position,
        ItemKind kind,
        RawJson entry,
        @Nullable IdentityHash identity,
        @Nullable Failure failure) {}
