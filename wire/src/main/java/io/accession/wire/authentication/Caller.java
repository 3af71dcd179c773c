package io.accession.wire.authentication;

import io.accession.core.registry.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what was promised of the body.
 *
 * @param signedAt seconds of the Unix epoch, as signed; null without a signature
 */
public record Caller(
        Principal principal, ExpectedBody body, @Nullable Long signedAt) {}
