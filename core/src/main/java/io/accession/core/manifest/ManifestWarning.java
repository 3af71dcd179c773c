package io.accession.core.manifest;

/** Something tolerated, once per code and detail, with its first place and how often it occurred. */
public record ManifestWarning(String code, String message, long count, long line, long column) {}
