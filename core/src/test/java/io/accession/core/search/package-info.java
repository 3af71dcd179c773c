@NullMarked
package io.accession.core.search;

import org.jspecify.annotations.NullMarked;
