/**
 * Items whose objects are reached in another way. Comes in: which items, through which storage integration and under which URLs. Goes out: items that
 * name their objects anew and are still themselves, or what speaks against it. All of them migrate, or none does.
 */
@NullMarked
package io.accession.core.migrate;

import org.jspecify.annotations.NullMarked;
