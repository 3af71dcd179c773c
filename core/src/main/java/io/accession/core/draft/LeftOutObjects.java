package io.accession.core.draft;

import io.accession.core.draft.DraftSummary.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a draft leaves out. At most 40 reasons are told apart, so that memory does not grow with the listing. */
final class LeftOutObjects {

    static final String DIRECTORY = "markers of directories";
    static final String EMPTY = "empty objects";
    static final String OTHER_KIND = "objects of another kind than wanted";
    static final String UNGROUPED = "objects that the expression to group by does not match";
    static final String UNNAMEABLE = "objects that this manifest cannot name";
    static final String UNREADABLE = "objects whose first bytes could not be read";
    static final String NO_DICOM = "objects that are no DICOM files";
    static final String WITHOUT_SERIES = "DICOM files that name no series";
    static final String UNREADABLE_HEADER = "objects whose DICOM header could not be read";
    static final String UNKNOWN_BYTES = "objects whose first bytes tell no kind";

    private static final int REASONS = 40;
    private static final int EXAMPLES = 3;
    private static final String OTHER_EXTENSIONS = "objects with other unknown extensions";

    private static final class Tally {
        private long count;
        private final List<String> examples = new ArrayList<>(EXAMPLES);
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    void add(String reason, String key) {
        String told = tallies.size() < REASONS || tallies.containsKey(reason) ? reason : OTHER_EXTENSIONS;
        var tally = tallies.computeIfAbsent(told, any -> new Tally());
        tally.count++;
        if (tally.examples.size() < EXAMPLES) {
            tally.examples.add(key);
        }
    }

    void addUnknown(ListedObject object) {
        String extension = FileExtensions.of(object.fileName());
        boolean none = extension.isEmpty() || extension.length() > 16;
        add(none ? "objects without an extension" : "objects with the unknown extension ." + extension, object.key());
    }

    List<LeftOut> list() {
        return tallies.entrySet().stream()
                .map(each -> new LeftOut(each.getKey(), each.getValue().count, each.getValue().examples))
                .toList();
    }
}
