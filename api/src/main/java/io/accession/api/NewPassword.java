package io.accession.api;

/** A password chosen with a link. {@code code} is what stands behind the # of it. */
public record NewPassword(Secret code, Secret password) {}
