package io.accession.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Finds out how a manifest is written and compressed, without reading more than its beginning. What the beginning shows wins over what the
 * name says; what neither tells is JSON, so that the server says what is wrong.
 */
final class ManifestLook {

    private static final int LOOK_BYTES = 8 << 10;
    private static final String GZIP = "gzip";
    private static final String ZSTD = "zstd";

    private static final Pattern HEADINGS = Pattern.compile(
            "\\A(sep=.\\R)?\\W*(objecturl|create video|\\w+( group)? title)\\b", Pattern.CASE_INSENSITIVE);

    /** An object that ends with its line and is followed by another, or one that says its type first. */
    private static final Pattern LINES = Pattern.compile("\\A\\s*\\{(\\s*\"type\"\\s*:|[^\\n]*\\}\\s*\\n\\s*\\{)");

    private ManifestLook() {}

    static Body at(String name, InputStream source) throws IOException {
        byte[] start = source.readNBytes(LOOK_BYTES);
        var bytes = new SequenceInputStream(new ByteArrayInputStream(start), source);
        String coding = coding(start);
        return new Body(bytes, mediaType(name, coding, start), coding);
    }

    private static String coding(byte[] start) {
        if (start.length > 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        boolean isZstd = start.length > 4
                && (start[0] & 0xFF) == 0x28
                && (start[1] & 0xFF) == 0xB5
                && (start[2] & 0xFF) == 0x2F
                && (start[3] & 0xFF) == 0xFD;
        return isZstd ? ZSTD : "";
    }

    private static String mediaType(String name, String coding, byte[] start) {
        String text = coding.equals(ZSTD) ? "" : text(coding.equals(GZIP) ? unzipped(start) : start);
        if (text.startsWith("{") || text.startsWith("[")) {
            return extension(name).equals(Body.NDJSON) || LINES.matcher(text).find() ? Body.NDJSON : Body.JSON;
        }
        return HEADINGS.matcher(text).find() ? Body.CSV : extension(name);
    }

    /** UTF-16 comes out with zeros in it, which are left out: only ASCII is looked for. */
    private static String text(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("\\A(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading();
    }

    private static byte[] unzipped(byte[] start) {
        var unzipped = new byte[LOOK_BYTES];
        int length = 0;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(start))) {
            for (int count = 0; count >= 0 && length < LOOK_BYTES; length += Math.max(0, count)) {
                count = in.read(unzipped, length, LOOK_BYTES - length);
            }
        } catch (IOException e) {
            // The beginning ends where it ends; the server tells of damage.
        }
        return Arrays.copyOf(unzipped, length);
    }

    private static String extension(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
            return Body.CSV;
        }
        return plain.endsWith(".ndjson") || plain.endsWith(".jsonl") ? Body.NDJSON : Body.JSON;
    }
}
