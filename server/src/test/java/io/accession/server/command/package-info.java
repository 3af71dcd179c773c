@NullMarked
package io.accession.server.command;

import org.jspecify.annotations.NullMarked;
