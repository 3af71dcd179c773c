/**
 * Drafts of manifests. Comes in: objects as a storage, an inventory or a listing tells of them. Goes out: registration manifests that
 * name them, sorted into types, grouped and titled by rules. Memory does not grow with the listing.
 */
@NullMarked
package io.accession.core.draft;

import org.jspecify.annotations.NullMarked;
