/**
 * NumPy's file format (NEP 1, and {@code numpy.lib.format}): how vectors travel in bulk. Read and written row by row; of untrusted files nothing
 * is believed before it was checked.
 */
@NullMarked
package io.accession.api.numpy;

import org.jspecify.annotations.NullMarked;
