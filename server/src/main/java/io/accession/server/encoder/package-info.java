/** The text encoders that the operator configured, and those that are services. */
@NullMarked
package io.accession.server.encoder;

import org.jspecify.annotations.NullMarked;
