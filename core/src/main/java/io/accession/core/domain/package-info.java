/**
 * The nouns that every room knows: ids, kinds of items, media facts, failures, and the error a wrong request meets. Nothing
 * here reads or writes anything.
 */
@NullMarked
package io.accession.core.domain;

import org.jspecify.annotations.NullMarked;
