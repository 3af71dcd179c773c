/**
 * Upload jobs as people and rooms see them: one run through a manifest, its counts, and the port that finds, cancels and reports
 * on jobs.
 */
@NullMarked
package io.accession.core.job;

import org.jspecify.annotations.NullMarked;
