/**
 * Reads the words of PDFs. Comes in: a view of an object. Goes out: what it says, or why nothing can be read. The bytes meet a process of their own, which reads
 * one PDF after the other and is ended when one takes too much of it.
 */
@NullMarked
package io.accession.media.words;

import org.jspecify.annotations.NullMarked;
