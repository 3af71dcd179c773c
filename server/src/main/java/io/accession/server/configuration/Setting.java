package io.accession.server.configuration;

/** One value as it was written, and where. */
record Setting(String value, Origin origin) {}
