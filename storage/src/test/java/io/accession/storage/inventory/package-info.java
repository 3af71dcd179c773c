@NullMarked
package io.accession.storage.inventory;

import org.jspecify.annotations.NullMarked;
