/** The port through which rooms look items up and add them, within a transaction that somebody else opened. */
@NullMarked
package io.accession.core.catalogue;

import org.jspecify.annotations.NullMarked;
