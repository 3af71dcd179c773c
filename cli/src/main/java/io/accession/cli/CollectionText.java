package io.accession.cli;

import io.accession.api.CollectionChange;
import java.util.Locale;

/** What came of filling a collection, in words. */
final class CollectionText {

    private CollectionText() {}

    static String added(CollectionChange change) {
        return said("%,d items are in it now%s.", change, " (%,d others are not below its folder)");
    }

    static String taken(CollectionChange change) {
        return said("%,d items were taken out%s.", change, " (%,d others were not in it)");
    }

    private static String said(String sentence, CollectionChange change, String others) {
        var passedOver = change.passedOver() == 0 ? "" : String.format(Locale.ROOT, others, change.passedOver());
        return String.format(Locale.ROOT, sentence, change.found() - change.passedOver(), passedOver);
    }
}
