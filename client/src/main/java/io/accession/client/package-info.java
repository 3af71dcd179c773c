/**
 * The Java client of {@code /api/v1}. Start with {@link io.accession.client.AccessionClient#connect}.
 *
 * <p>Calls block until they are answered, which virtual threads are made for; all types but {@link io.accession.client.ItemBundle} and
 * {@link io.accession.client.SchemaEditor} are safe for use by many threads. Listings and exports come as streams: however many there are, only a page is
 * in memory.
 *
 * <p>Everything that goes wrong is an {@link io.accession.client.AccessionException}: the server refuses
 * ({@link io.accession.client.RequestRefusedException}, with the server's own words), cannot be reached, or is no Accession server. To read asks for the
 * role user in the folder, integration or dataset that it is about, to change for the role admin, where nothing else is said; what somebody has no role in
 * is refused as if it were not there.
 */
@NullMarked
package io.accession.client;

import org.jspecify.annotations.NullMarked;
