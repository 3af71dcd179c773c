package io.accession.media;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;

/**
 * Finds the root of a PDF's objects with PDFBox's parser, whose documents, tables and streams are replaced by such as count what they
 * hold. No page is looked at.
 */
final class PdfCatalog extends COSParser {

    /** An entry of the table is held twice while tables are joined. */
    private static final int HEAP_OF_ENTRY = 130;

    private static final int HEAP_OF_OBJECT = 80;

    private final PdfAllowance allowance;

    private PdfCatalog(PdfBytes bytes) throws IOException {
        super(new PdfCursor(bytes), "", null, null);
        this.allowance = bytes.allowance();
        this.document = new CountedDocument();
        this.xrefTrailerResolver = new CountedTable();
    }

    /** By the table of contents where its end says that it is. */
    static PdfPages read(PdfBytes bytes) throws IOException {
        return new PdfCatalog(bytes).pages(false);
    }

    /** By looking for objects from the beginning to the end. */
    static PdfPages rebuild(PdfBytes bytes) throws IOException {
        return new PdfCatalog(bytes).pages(true);
    }

    private PdfPages pages(boolean lenient) throws IOException {
        setLenient(lenient);
        var trailer = retrieveTrailer();
        var root = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        var pages = root == null ? null : root.getCOSDictionary(COSName.PAGES);
        if (pages == null) {
            throw new IOException("It has no tree of pages");
        }
        return new PdfPages(pages, document.getXrefTable().size());
    }

    @Override
    protected void prepareDecryption() throws IOException {
        var encryption = document.getEncryptionDictionary();
        if (encryption != null && !"Standard".equals(encryption.getNameAsString(COSName.FILTER))) {
            throw PdfStop.encrypted();
        }
        super.prepareDecryption();
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        allowance.spendMemory(HEAP_OF_OBJECT);
        return super.parseDirObject();
    }

    private final class CountedDocument extends COSDocument {

        CountedDocument() {
            super(PdfCatalog.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new PdfStream(createRandomAccessReadView(start, length), allowance);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class CountedTable extends XrefTrailerResolver {

        @Override
        public void setXRef(COSObjectKey object, long offset) {
            allowance.spendMemory(HEAP_OF_ENTRY);
            super.setXRef(object, offset);
        }
    }
}
