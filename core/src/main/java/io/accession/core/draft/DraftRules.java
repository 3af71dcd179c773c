package io.accession.core.draft;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How objects become entries.
 *
 * @param groupBy what it matches in the keys of images, or of DICOM files, belongs together; null to group DICOM files by the series that
 *     they name where the kind is that of series, by directory where the kind asks for groups otherwise, and not to group images else
 * @param metadataFrom its named groups become client metadata; of a group, those of its first object
 * @param numbers names of those that become numbers, and are left out where they are none
 * @param csv CSV instead of JSON
 */
public record DraftRules(
        WantedKind kind,
        @Nullable KeyPattern groupBy,
        TitleSource title,
        @Nullable KeyPattern metadataFrom,
        Set<String> numbers,
        boolean csv) {

    /** To be said where series are wanted and nothing can be read. */
    public static final RegistryError SERIES_UNKNOWN = new RegistryError.Invalid(
            "The manifest cannot be made like this.",
            List.of(new RegistryError.Fault(
                    "groupBy",
                    "Which series a DICOM file belongs to stands in its header, and nothing is read here. Say by an expression"
                            + " what belongs together; '(.*)/' takes each directory for a series.")));

    /** Tells all contradictions at once. */
    public DraftRules {
        numbers = Set.copyOf(numbers);
        var faults = new ArrayList<RegistryError.Fault>();
        if (csv && metadataFrom != null) {
            faults.add(new RegistryError.Fault(
                    "metadataFrom", "A manifest in CSV holds no client metadata: make it in JSON."));
        }
        List<String> names =
                metadataFrom == null ? List.of() : metadataFrom.naming().names();
        for (String number : numbers) {
            if (!names.contains(number)) {
                faults.add(new RegistryError.Fault(
                        "numbers", "The expression of metadataFrom has no group that is named '" + number + "'."));
            }
        }
        boolean groups = kind == WantedKind.AUTO || kind.groupsImages() || kind == WantedKind.DICOM_SERIES;
        if (groupBy != null && !groups) {
            faults.add(new RegistryError.Fault(
                    "groupBy", "Objects of kind " + kind.word() + " are registered one by one, not in groups."));
        }
        if (!faults.isEmpty()) {
            throw new RegistryException(new RegistryError.Invalid("The manifest cannot be made like this.", faults));
        }
        if (groupBy != null) {
            groupBy.grouping();
        }
    }

    /** Whether DICOM files are grouped by the series that their headers name. */
    public boolean readsSeries() {
        return kind == WantedKind.DICOM_SERIES && groupBy == null;
    }

    public static DraftRules of(WantedKind kind) {
        return new DraftRules(kind, null, TitleSource.DEFAULT, null, Set.of(), false);
    }
}
