package io.accession.media;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * The tree of a PDF's pages.
 *
 * @param objects how many the whole PDF has
 */
record PdfPages(COSDictionary root, int objects) {

    /** What the root says, if it can be; -1 otherwise. */
    int told() {
        int told = root.getInt(COSName.COUNT, -1);
        var kids = root.getCOSArray(COSName.KIDS);
        return kids != null && told >= kids.size() && told <= objects && kids.size() > 0 ? told : -1;
    }

    /** Leaves of the tree. A node that is reached twice counts once, so that circles end. */
    int counted() {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
        var open = new ArrayDeque<COSDictionary>();
        open.add(root);
        int pages = 0;
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!seen.add(node)) {
                continue;
            }
            var kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                pages += COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) ? 0 : 1;
                continue;
            }
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    open.add(kid);
                }
            }
        }
        return pages;
    }
}
