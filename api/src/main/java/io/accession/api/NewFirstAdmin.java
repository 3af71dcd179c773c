package io.accession.api;

/** The first administrator of a new server. {@code code} is what stands behind the # of the link that the server printed. */
public record NewFirstAdmin(Secret code, String email, String name, Secret password) {}
