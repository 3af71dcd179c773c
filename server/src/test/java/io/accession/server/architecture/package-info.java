@NullMarked
package io.accession.server.architecture;

import org.jspecify.annotations.NullMarked;
