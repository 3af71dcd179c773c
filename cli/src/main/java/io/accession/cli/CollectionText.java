package io.accession.cli;

import io.accession.api.CollectionChange;
import java.util.Locale;

/** What came of filling a collection, in words. */
final class CollectionText {

    private CollectionText() {}

    static String added(CollectionChange change) {
        return said("In it now: %,d%s.", change, ", passed over because they are not below its folder: %,d");
    }

    static String taken(CollectionChange change) {
        return said("Taken out: %,d%s.", change, ", passed over because they were not in it: %,d");
    }

    private static String said(String sentence, CollectionChange change, String others) {
        var passedOver = change.passedOver() == 0 ? "" : String.format(Locale.ROOT, others, change.passedOver());
        return String.format(Locale.ROOT, sentence, change.found() - change.passedOver(), passedOver);
    }
}
