/** Background work: threads that walk through the rooms again and again, and the bell that tells them when. */
@NullMarked
package io.accession.core.work;

import org.jspecify.annotations.NullMarked;
