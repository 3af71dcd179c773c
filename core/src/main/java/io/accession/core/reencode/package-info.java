/**
 * Videos made anew on request. Comes in: items. Goes out: the same items with objects that labels and browsers agree on, written into the
 * customer's storage beside the originals. Like image sequences, what is written there is recorded before, and removed again if no item
 * comes to own it.
 */
@NullMarked
package io.accession.core.reencode;

import org.jspecify.annotations.NullMarked;
