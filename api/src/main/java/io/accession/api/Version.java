package io.accession.api;

/** Who answers: {@code name} is always {@code accession}. */
public record Version(String name, String version) {}
