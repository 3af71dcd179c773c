package io.accession.core.draft;

import io.accession.core.dicom.SeriesPlace;
import java.io.IOException;
import java.util.List;

/** Where what DICOM files say of themselves comes from. */
@FunctionalInterface
public interface DicomHeaders {

    /** What came of reading the header of one object. */
    sealed interface Header {
        record Placed(SeriesPlace place) implements Header {}

        /** A DICOM file, such as a directory of others, that belongs to no series. */
        record WithoutSeries() implements Header {}

        record NoDicom() implements Header {}

        /** It is damaged, or cannot be had. */
        record Unreadable() implements Header {}
    }

    /** Of each object, in the same order. */
    List<Header> find(List<ListedObject> objects) throws IOException;
}
