/**
 * Small pictures of items for people to recognise them by. What comes in is an item; what goes out is a file of this server's cache, or why there
 * is none.
 */
@NullMarked
package io.accession.core.thumbnail;

import org.jspecify.annotations.NullMarked;
