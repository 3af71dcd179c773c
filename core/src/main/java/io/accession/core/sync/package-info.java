/**
 * Cloud-synced folders. Comes in: what a storage lists below a prefix, page by page. Goes out: upload jobs for what is new or has changed, and
 * tombstones for what has vanished. A page is one short transaction: its job, the tombstones and how far the sync is are stored together or not
 * at all.
 */
@NullMarked
package io.accession.core.sync;

import org.jspecify.annotations.NullMarked;
