/** Layouts of small things. */
@NullMarked
package io.accession.search.layout;

import org.jspecify.annotations.NullMarked;
