/**
 * The command line on top of the Java client. Comes in: words. Goes out: text or JSON on standard output, progress and complaints on standard
 * error, and an exit code of {@link io.accession.cli.ExitCodes}. Start with {@link io.accession.cli.CommandLines}.
 */
@NullMarked
package io.accession.cli;

import org.jspecify.annotations.NullMarked;
