@NullMarked
package io.accession.catalog.backup;

import org.jspecify.annotations.NullMarked;
