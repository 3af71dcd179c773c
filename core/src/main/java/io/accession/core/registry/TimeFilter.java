package io.accession.core.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which instants to list: later than {@code after}, earlier than {@code before}; null: without an end. */
public record TimeFilter(@Nullable Instant after, @Nullable Instant before) {

    public static final TimeFilter ALL = new TimeFilter(null, null);
}
