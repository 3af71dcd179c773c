package io.accession.core.dicom;

import io.accession.core.domain.MediaFacts;

/** One file of a series. {@code title} is what messages call it. */
public record SeriesFile(String title, long bytes, DicomTags tags) {

    public static SeriesFile of(String title, MediaFacts.Dicom facts) {
        return new SeriesFile(title, facts.bytes(), DicomTags.read(facts.tagsJson()));
    }

    /** Of a file that passed the checks. */
    long frames() {
        return tags.count(DicomTag.NUMBER_OF_FRAMES).orElse(1);
    }
}
