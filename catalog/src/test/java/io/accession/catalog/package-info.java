@NullMarked
package io.accession.catalog;

import org.jspecify.annotations.NullMarked;
