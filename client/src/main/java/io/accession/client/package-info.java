/**
 * The Java client of {@code /api/v1}. Start with {@link io.accession.client.AccessionClient#connect}; everything that goes wrong is an
 * {@link io.accession.client.AccessionException}.
 */
@NullMarked
package io.accession.client;

import org.jspecify.annotations.NullMarked;
