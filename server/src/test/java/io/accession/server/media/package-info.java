@NullMarked
package io.accession.server.media;

import org.jspecify.annotations.NullMarked;
