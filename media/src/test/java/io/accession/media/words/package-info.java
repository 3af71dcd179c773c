@NullMarked
package io.accession.media.words;

import org.jspecify.annotations.NullMarked;
