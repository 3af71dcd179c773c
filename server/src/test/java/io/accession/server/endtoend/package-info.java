/** The whole server from outside: real PostgreSQL, real HTTP, real files, the Java client; and what goes wrong around it. */
@NullMarked
package io.accession.server.endtoend;

import org.jspecify.annotations.NullMarked;
