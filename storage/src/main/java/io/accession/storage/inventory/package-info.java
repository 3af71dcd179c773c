/** Inventories of buckets, as storages write them. Comes in: data files. Goes out: what each row says of an object. */
@NullMarked
package io.accession.storage.inventory;

import org.jspecify.annotations.NullMarked;
