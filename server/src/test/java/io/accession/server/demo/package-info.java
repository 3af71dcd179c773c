@NullMarked
package io.accession.server.demo;

import org.jspecify.annotations.NullMarked;
