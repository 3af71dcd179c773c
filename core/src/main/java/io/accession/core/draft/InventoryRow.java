package io.accession.core.draft;

/**
 * One row of an inventory.
 *
 * @param bytes -1 where the inventory does not say
 * @param isCurrent false for older versions of objects and for marks of their deletion
 */
public record InventoryRow(String bucket, String key, long bytes, boolean isCurrent) {}
