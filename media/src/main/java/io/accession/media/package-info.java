/**
 * Finds out what media objects are with few reads. Comes in: a kind and an {@link io.accession.core.media.ObjectView}. Goes out: a
 * {@link io.accession.core.media.ProbeResult}. Headers of images, tables of PDFs and beginnings of texts are read here, in Java; what needs a real
 * demuxer goes to a child process.
 */
@org.jspecify.annotations.NullMarked
package io.accession.media;
