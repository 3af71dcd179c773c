package io.accession.media.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs with a line of text, or whatever else, on each page. */
final class WrittenPdf implements AutoCloseable {

    private final PDDocument document = new PDDocument();

    static byte[] of(String... pages) {
        try (var pdf = new WrittenPdf()) {
            for (var words : pages) {
                pdf.page(new PDType1Font(FontName.HELVETICA), words);
            }
            return pdf.bytes();
        }
    }

    void page(PDFont font, String words) {
        try (var content = new PDPageContentStream(document, newPage())) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(50, 700);
            for (var line : words.isEmpty() ? List.<String>of() : words.lines().toList()) {
                content.showText(line);
                content.newLineAtOffset(0, -15);
            }
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that is drawn by the same operators over and over, which take little room in the file. */
    void page(String operators, int times) {
        try {
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                var bytes = operators.getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < times; i++) {
                    out.write(bytes);
                }
            }
            newPage().setContents(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPage newPage() {
        var page = new PDPage();
        document.addPage(page);
        return page;
    }

    void protect(String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
