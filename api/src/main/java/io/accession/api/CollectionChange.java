package io.accession.api;

/**
 * What came of adding items to a collection, or of taking them out.
 *
 * @param found how many items were meant
 * @param passedOver those of them that are not below the collection's folder, or were not in the collection
 */
public record CollectionChange(Collection collection, long found, long passedOver) {}
