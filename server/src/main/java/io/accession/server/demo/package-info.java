/**
 * The demonstration: a server for a while, the samples registered twice through the Java client, and a check of everything that it
 * shows. In go the samples; what comes out is text for a newcomer and whether all of it came true.
 */
@NullMarked
package io.accession.server.demo;

import org.jspecify.annotations.NullMarked;
