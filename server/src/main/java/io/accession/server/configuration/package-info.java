/**
 * What the operator decides. Comes in: a file, the environment and flags, later ones winning. Goes out: typed records, or all faults at
 * once, each with its key, its value, where it came from and what is allowed.
 */
@NullMarked
package io.accession.server.configuration;

import org.jspecify.annotations.NullMarked;
