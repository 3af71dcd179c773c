/**
 * What items say. Comes in: items as the change feed tells them. Goes out, beside the items: the words of their texts, and what they mean, for the
 * search index.
 */
@NullMarked
package io.accession.core.content;

import org.jspecify.annotations.NullMarked;
