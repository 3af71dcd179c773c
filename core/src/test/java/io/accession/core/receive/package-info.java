@NullMarked
package io.accession.core.receive;

import org.jspecify.annotations.NullMarked;
