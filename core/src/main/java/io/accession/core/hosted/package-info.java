/**
 * Files that people upload from their own disks. Comes in: how many places somebody wants. Goes out: URLs to put the files at, and, when an
 * upload job names them, the storage integration that it reads them through. What no item names in the end is removed.
 */
@NullMarked
package io.accession.core.hosted;

import org.jspecify.annotations.NullMarked;
