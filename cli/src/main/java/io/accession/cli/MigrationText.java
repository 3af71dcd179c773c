package io.accession.cli;

import io.accession.api.MigrationEvent.Duplicate;
import io.accession.api.MigrationEvent.Ended;
import io.accession.api.MigrationEvent.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of a migration, for people. */
final class MigrationText {

    private MigrationText() {}

    static String of(List<Refused> refused, List<Duplicate> duplicates, Ended counts) {
        return refused.stream().map(MigrationText::line).collect(Collectors.joining())
                + duplicates.stream().map(MigrationText::line).collect(Collectors.joining())
                + new Facts()
                        .add("Items", counts.items())
                        .addCount("Unchanged", counts.unchanged())
                        .add("Checked", counts.checked())
                        .addCount("Refused", counts.refused())
                        .addCount("Duplicates", counts.duplicates())
                        .add("Migrated", counts.migrated())
                        .text();
    }

    private static String line(Refused refused) {
        return refused.code() + "  " + refused.itemId() + "  " + printable(refused.objectUrl())
                + (refused.newUrl() == null ? "" : " -> " + printable(refused.newUrl())) + "\n    "
                + Terminals.printable(refused.message()) + "\n";
    }

    private static String line(Duplicate duplicate) {
        return "DUPLICATE  " + duplicate.itemId() + "  " + printable(duplicate.newUrl()) + "\n    Item "
                + duplicate.otherItemId() + " of its folder has that object already; both stay.\n";
    }

    private static String printable(@Nullable String url) {
        return Terminals.printable(url == null ? "" : url);
    }
}
