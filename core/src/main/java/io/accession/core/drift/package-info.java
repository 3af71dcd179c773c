/**
 * Whether objects are still what was registered. Comes in: a folder. Goes out: findings, one by one. Items are compared with listings, not asked for
 * one by one; what was supplied of a sample of them is compared with a probe.
 */
@NullMarked
package io.accession.core.drift;

import org.jspecify.annotations.NullMarked;
