/** The commands that run a server or look at its configuration; those of its clients are in the module {@code cli}. */
@NullMarked
package io.accession.server.command;

import org.jspecify.annotations.NullMarked;
