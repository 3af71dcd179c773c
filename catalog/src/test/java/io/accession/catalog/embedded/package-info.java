@NullMarked
package io.accession.catalog.embedded;

import org.jspecify.annotations.NullMarked;
