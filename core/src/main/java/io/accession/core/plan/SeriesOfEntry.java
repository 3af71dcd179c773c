package io.accession.core.plan;

import io.accession.core.dicom.DicomSeries;
import io.accession.core.dicom.SeriesFile;
import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.manifest.EntryTitles;
import io.accession.core.receive.EntryIdentities;
import java.util.ArrayList;
import java.util.Optional;

/** What the files of a DICOM series say together; other entries have no series. */
public final class SeriesOfEntry {

    private SeriesOfEntry() {}

    /** Why an entry of whose objects everything is known cannot be registered all the same. */
    public static Optional<Failure> failure(SoundEntry sound, EntryIdentities identities) {
        return find(sound, identities).flatMap(DicomSeries::failure);
    }

    static Optional<DicomSeries> find(SoundEntry sound, EntryIdentities identities) {
        if (sound.entry().kind() != ItemKind.DICOM_SERIES) {
            return Optional.empty();
        }
        var files = new ArrayList<SeriesFile>();
        for (int i = 0; i < sound.sightings().size(); i++) {
            var object = sound.entry().objects().get(i);
            if (!(sound.sightings().get(i).facts() instanceof MediaFacts.Dicom facts)) {
                throw new IllegalStateException("a file of a DICOM series has other facts");
            }
            files.add(SeriesFile.of(EntryTitles.title(object, () -> identities.location(object)), facts));
        }
        return Optional.of(new DicomSeries(files));
    }
}
