package io.accession.core.plan;

import io.accession.core.job.JobTerms;

/** A slice that one worker holds. {@code body} is in {@code SliceFormat}; not copied. */
@SuppressWarnings("ArrayRecordComponent") // a buffer handed over, never compared
public record ClaimedSlice(JobTerms job, int number, byte[] body) {}
