package io.accession.server.rest;

import io.accession.core.dicom.SeriesPlace;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.draft.DicomHeaders;
import io.accession.core.draft.ListedObject;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import java.io.IOException;
import java.util.List;

/** The headers of DICOM files in a storage: one request for each, unless its pixels begin far behind. */
record StoredDicomHeaders(ObjectStore store, MediaProber prober, ManyObjects many) implements DicomHeaders {

    private static final int ATTEMPTS = 3;

    @Override
    public List<Header> find(List<ListedObject> objects) throws IOException {
        return many.look(objects, this::read).stream()
                .map(found -> found.orElseGet(Header.Unreadable::new))
                .toList();
    }

    private Header read(ObjectLocation location) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var view = new StoredObjectView(store, location, ReadBudget.forProbing(ItemKind.DICOM_FILE));
            switch (prober.probe(ItemKind.DICOM_FILE, view)) {
                case ProbeResult.Probed probed -> {
                    return header(probed.facts());
                }
                case ProbeResult.Unreadable(var failure) -> {
                    return failure.code() == FailureCode.KIND_MISMATCH ? new Header.NoDicom() : new Header.Unreadable();
                }
                case ProbeResult.Unreachable _ -> {}
            }
        }
        return new Header.Unreadable();
    }

    private static Header header(MediaFacts facts) {
        return facts instanceof MediaFacts.Dicom dicom
                ? SeriesPlace.of(dicom).<Header>map(Header.Placed::new).orElseGet(Header.WithoutSeries::new)
                : new Header.NoDicom();
    }
}
