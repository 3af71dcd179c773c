@NullMarked
package io.accession.server.http;

import org.jspecify.annotations.NullMarked;
