/**
 * The fourth room, for image sequences alone. Comes in: units whose frames have been looked at. Goes out: a
 * {@link io.accession.core.probe.ProbedChunk} telling of the video that was made and written into the customer's storage. What is written
 * there is recorded before, and removed again if no item comes to own it.
 */
@NullMarked
package io.accession.core.render;

import org.jspecify.annotations.NullMarked;
