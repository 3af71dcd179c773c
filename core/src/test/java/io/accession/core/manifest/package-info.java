@NullMarked
package io.accession.core.manifest;

import org.jspecify.annotations.NullMarked;
