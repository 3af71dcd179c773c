package io.accession.core.settle;

import io.accession.core.job.JobTerms;

/** A job that can be ended. */
public record DecidedJob(JobTerms terms, boolean cancelling, boolean folderGone, int failed) {}
