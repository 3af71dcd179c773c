@NullMarked
package io.accession.search.compare;

import org.jspecify.annotations.NullMarked;
