package io.accession.core.registry;

/**
 * Which folders to list.
 *
 * @param search part of a name in any case; empty: all
 * @param everybodys also those that the asker has no role in; for administrators
 */
public record FolderFilter(FolderScope scope, String search, boolean everybodys, ListOrder order) {}
