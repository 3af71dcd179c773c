package io.accession.core.domain;

import java.util.Comparator;
import java.util.UUID;

/**
 * The id of an item: a UUIDv7 made from the job and the item's <em>slot</em> in it, so that promoting the same unit twice names
 * the same item, and so that the items of a job are ordered as its manifest is.
 *
 * <p>Layout: 48 bits of the job's milliseconds, version 7, slot bits 31–20, variant, slot bits 19–0, 42 random bits of the job's id.
 */
public record ItemId(UUID value) {

    /** By the bytes: what was registered first comes first. */
    public static final Comparator<ItemId> BY_BYTES = Comparator.comparing(
                    (ItemId id) -> id.value.getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(id -> id.value.getLeastSignificantBits(), Long::compareUnsigned);

    private static final long JOB_BITS = (1L << 42) - 1;

    public static ItemId of(JobId job, int slot) {
        long high = job.value().getMostSignificantBits();
        long low = job.value().getLeastSignificantBits();
        long timeAndVersion = (high & 0xFFFF_FFFF_FFFF_0000L) | 0x7000L;
        return new ItemId(new UUID(
                timeAndVersion | (slot >>> 20),
                0x8000_0000_0000_0000L | ((slot & 0xF_FFFFL) << 42) | (low & JOB_BITS)));
    }

    /** Whether the id was made for an item of the job. */
    public boolean isOf(JobId job) {
        long high = value.getMostSignificantBits() ^ job.value().getMostSignificantBits();
        long low = value.getLeastSignificantBits() ^ job.value().getLeastSignificantBits();
        return (high & 0xFFFF_FFFF_FFFF_0000L) == 0 && (low & JOB_BITS) == 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
