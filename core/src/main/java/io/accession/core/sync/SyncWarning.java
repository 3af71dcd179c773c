package io.accession.core.sync;

/** Something about one object that somebody may want to mend. The sync goes on without it. */
public record SyncWarning(String code, String key, String message) {}
