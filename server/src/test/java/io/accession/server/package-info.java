@NullMarked
package io.accession.server;

import org.jspecify.annotations.NullMarked;
