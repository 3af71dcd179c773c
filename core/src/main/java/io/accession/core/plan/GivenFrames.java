package io.accession.core.plan;

import io.accession.core.catalogue.CatalogueTransaction.GivenItem;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.GivenItems;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ObjectReference;
import java.util.ArrayList;
import java.util.Map;

/** Entries that make groups or sequences of registered images: the images become their objects. */
public sealed interface GivenFrames {

    /** The entry with an object per image, whose facts are known. */
    record Found(ManifestEntry entry) implements GivenFrames {}

    record Refused(Failure failure) implements GivenFrames {}

    /** {@code found} has those of the items that the job's user may read. Other entries are found as they are. */
    static GivenFrames of(JobTerms job, ManifestEntry entry, Map<ItemId, GivenItem> found) {
        GivenItems given = entry.given();
        if (given == null) {
            return new Found(entry);
        }
        var objects = new ArrayList<ObjectReference>(given.items().size());
        for (var id : given.items()) {
            var item = found.get(id);
            if (item == null) {
                return refused(FailureCode.ITEM_NOT_FOUND, "There is no item '" + id + "', or you may not use it.");
            }
            if (item.kind() != ItemKind.IMAGE || item.objectUrl() == null) {
                return refused(
                        FailureCode.KIND_MISMATCH,
                        "Expected an image, but the item '" + id + "' is of the kind "
                                + item.kind().wireName() + ".");
            }
            if (entry.kind() == ItemKind.IMAGE_SEQUENCE && !item.integration().equals(job.integration())) {
                return refused(
                        FailureCode.URL_OUTSIDE_INTEGRATION,
                        "The item '" + id + "' came through another storage integration; the frames of a sequence are"
                                + " read, and its video is written, through that of its job.");
            }
            objects.add(new ObjectReference(item.objectUrl(), item.name(), item.facts()));
        }
        return new Found(entry.withObjects(objects));
    }

    private static Refused refused(FailureCode code, String message) {
        return new Refused(new Failure(code, message));
    }
}
