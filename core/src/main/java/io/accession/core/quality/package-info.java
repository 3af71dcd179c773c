/**
 * What the pixels of pictures tell: how bright, sharp and colourful they are, and a hash that pictures share which look the same. What comes in are
 * items that wait to be measured; what goes out are their metrics, or why there are none.
 */
@NullMarked
package io.accession.core.quality;

import org.jspecify.annotations.NullMarked;
