package io.accession.api;

/** What somebody is called from now on. */
public record ProfileChange(String name) {}
