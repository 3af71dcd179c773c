@NullMarked
package io.accession.core.draft;

import org.jspecify.annotations.NullMarked;
