package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Writes a PDF by hand, object by object, where a sound one of the library is not what a test needs. */
final class PdfFile {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TreeMap<Integer, Integer> offsets = new TreeMap<>();

    PdfFile() {
        raw("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    PdfFile raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    int at() {
        return out.size();
    }

    PdfFile object(int number, String body) {
        offsets.put(number, at());
        return raw(number + " 0 obj\n" + body + "\nendobj\n");
    }

    PdfFile stream(int number, String dictionary, byte[] bytes) {
        offsets.put(number, at());
        raw(number + " 0 obj\n<<" + dictionary + " /Length " + bytes.length + ">>\nstream\n");
        out.writeBytes(bytes);
        return raw("\nendstream\nendobj\n");
    }

    /** Catalog 1, tree 2, and the pages from 3 on. */
    PdfFile pages(int count) {
        return tree(count, count);
    }

    PdfFile tree(int told, int count) {
        object(1, "<</Type /Catalog /Pages 2 0 R>>");
        var kids = new StringBuilder();
        for (int i = 0; i < count; i++) {
            kids.append(3 + i).append(" 0 R ");
        }
        object(2, "<</Type /Pages /Count " + told + " /Kids [" + kids + "]>>");
        for (int i = 0; i < count; i++) {
            object(3 + i, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>");
        }
        return this;
    }

    /** The table of all objects written so far. */
    PdfFile table(String trailer) {
        int start = at();
        raw("xref\n0 1\n0000000000 65535 f \n");
        offsets.forEach((number, offset) -> raw(String.format(Locale.ROOT, "%d 1\n%010d 00000 n \n", number, offset)));
        return raw("trailer\n<</Size " + (offsets.lastKey() + 1) + " " + trailer + ">>\n")
                .raw("startxref\n" + start + "\n%%EOF\n");
    }

    byte[] done() {
        return out.toByteArray();
    }

    byte[] sound() {
        return table("/Root 1 0 R").done();
    }

    static byte[] deflated(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As the library writes it: object streams, or a plain table. */
    static byte[] written(int pages, boolean compressed) {
        try (var document = document(pages)) {
            return saved(document, compressed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encrypted(int pages, int keyLength, boolean aes, String userPassword) {
        try (var document = document(pages)) {
            var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(keyLength);
            policy.setPreferAES(aes);
            document.protect(policy);
            return saved(document, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(int pages) {
        var document = new PDDocument();
        for (int i = 0; i < pages; i++) {
            document.addPage(new PDPage());
        }
        return document;
    }

    private static byte[] saved(PDDocument document, boolean compressed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}
