package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;

/** Looks at the first bytes of a manifest: JSON is UTF-8 (RFC 8259 section 8.1); a byte order mark is skipped. */
final class ManifestEncoding {

    static final String GZIP = compressed("gzip");
    static final String ZSTD = compressed("zstd");

    private ManifestEncoding() {}

    private static String compressed(String coding) {
        return "it is compressed with " + coding
                + ", once more than the header Content-Encoding says. Compress it once and"
                + " say so with Content-Encoding: " + coding + ", or unpack it";
    }

    static void check(JsonWindow window) throws IOException {
        if (window.has(3) && at(window, 0) == 0xEF && at(window, 1) == 0xBB && at(window, 2) == 0xBF) {
            window.position += 3;
            return;
        }
        if (!window.has(2)) {
            return;
        }
        int first = at(window, 0);
        int second = at(window, 1);
        if (first == 0 || second == 0 || (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw fault("it looks like UTF-16 or UTF-32. Save it as UTF-8 and send it again");
        }
        if (first == 0x1F && second == 0x8B) {
            throw fault(GZIP);
        }
        if (first == 0x28 && second == 0xB5) {
            throw fault(ZSTD);
        }
    }

    private static JsonFault fault(String what) {
        return new JsonFault(new Place(0, 1, 1), what);
    }

    private static int at(JsonWindow window, int index) {
        return window.bytes[window.position + index] & 0xFF;
    }
}
