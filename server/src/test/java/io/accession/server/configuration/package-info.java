@NullMarked
package io.accession.server.configuration;

import org.jspecify.annotations.NullMarked;
