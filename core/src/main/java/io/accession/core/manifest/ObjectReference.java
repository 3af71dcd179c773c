package io.accession.core.manifest;

import io.accession.core.domain.MediaFacts;
import org.jspecify.annotations.Nullable;

/** One object of an entry: its URL as given, and what the entry tells of it. {@code supplied} is null unless it is complete. */
public record ObjectReference(
        String url, @Nullable String title, @Nullable MediaFacts supplied) {}
