/**
 * The wire protocol of the Encord SDK (docs/wire-protocol.md), a thin adapter over the services of {@code core}. Comes in: a
 * {@link io.accession.wire.WireRequest} on one of the {@link io.accession.wire.WireRoute}s. Goes out: a
 * {@link io.accession.wire.WireAnswer}. Knows no HTTP library.
 */
@NullMarked
package io.accession.wire;

import org.jspecify.annotations.NullMarked;
