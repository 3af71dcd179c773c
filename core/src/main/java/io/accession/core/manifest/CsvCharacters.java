package io.accession.core.manifest;

import io.accession.core.domain.RegistryException;
import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a CSV manifest, one by one, with their places: UTF-8 with or without a byte order mark, or UTF-16 as spreadsheets
 * export it. LF, CR and CRLF end lines; columns count characters.
 */
final class CsvCharacters {

    static final int END = -1;

    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream body;
    private final long mostBytes;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES).flip();
    private CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private long received;
    private boolean ended;
    private boolean wide;
    private boolean afterReturn;
    private long line = 1;
    private long column = 1;
    private long offset;

    CsvCharacters(InputStream body, long mostBytes) {
        this.body = body;
        this.mostBytes = mostBytes;
    }

    /** Looks at the first bytes. To be called once, before anything is read. */
    void begin() throws IOException {
        while (bytes.remaining() < 4 && receive()) {
            // until there is enough to tell the encoding
        }
        int first = at(0);
        int second = at(1);
        if (first == 0xEF && second == 0xBB && at(2) == 0xBF) {
            skip(3);
        } else if (isUtf32(first, second)) {
            throw fault("it looks like UTF-32. Save it as UTF-8 and send it again");
        } else if (first == 0xFF && second == 0xFE) {
            widen(StandardCharsets.UTF_16LE, 2);
        } else if (first == 0xFE && second == 0xFF) {
            widen(StandardCharsets.UTF_16BE, 2);
        } else if (first > 0 && second == 0) {
            widen(StandardCharsets.UTF_16LE, 0);
        } else if (first == 0 && second > 0) {
            widen(StandardCharsets.UTF_16BE, 0);
        } else {
            refuseOtherFormats(first, second);
        }
    }

    private boolean isUtf32(int first, int second) {
        boolean zeros = at(2) == 0 && at(3) == 0;
        return (first == 0xFF && second == 0xFE && zeros)
                || (first == 0 && second == 0)
                || (first > 0 && second == 0 && zeros);
    }

    private void refuseOtherFormats(int first, int second) {
        if (first == 0x1F && second == 0x8B) {
            throw fault(ManifestEncoding.GZIP);
        }
        if (first == 0x28 && second == 0xB5) {
            throw fault(ManifestEncoding.ZSTD);
        }
        if (first == 'P' && second == 'K' && at(2) == 3) {
            throw fault("it is a ZIP file, perhaps a workbook. Save the sheet as 'CSV UTF-8' and send that");
        }
    }

    /** A byte as a number; -1 beyond the end. */
    private int at(int index) {
        return index < bytes.remaining() ? bytes.get(bytes.position() + index) & 0xFF : -1;
    }

    private void widen(Charset charset, int markBytes) {
        decoder = strict(charset);
        wide = true;
        skip(markBytes);
    }

    private void skip(int count) {
        bytes.position(bytes.position() + count);
        offset += count;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The place of the next character. */
    Place place() {
        return new Place(offset, line, column);
    }

    RegistryException fault(String what) {
        return fault(place(), what);
    }

    static RegistryException fault(Place place, String what) {
        return ManifestFaults.invalid(place, what, "");
    }

    /** The next character (UTF-16 code unit); {@link #END} at the end. */
    int peek() throws IOException {
        return chars.hasRemaining() || decodeMore() ? chars.get(chars.position()) : END;
    }

    /** Takes the character that was last peeked at. */
    char take() {
        char taken = chars.get();
        if (taken == 0) {
            throw fault("it holds the character U+0000, as no text does. Export it again as UTF-8");
        }
        offset += wide ? 2 : taken < 0x80 ? 1 : taken < 0x800 || Character.isSurrogate(taken) ? 2 : 3;
        if (taken == '\r' || (taken == '\n' && !afterReturn)) {
            line++;
            column = 1;
        } else if (taken != '\n' && !Character.isLowSurrogate(taken)) {
            column++;
        }
        afterReturn = taken == '\r';
        return taken;
    }

    private boolean decodeMore() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            var result = decoder.decode(bytes, chars, ended);
            if (chars.position() == 0) {
                if (result.isError()) {
                    throw fault(notText());
                }
                if (ended) {
                    break;
                }
                ended = !receive();
            }
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private String notText() {
        return wide
                ? "this is not UTF-16. Save the manifest as UTF-8 and send it again"
                : String.format(
                        "this is not UTF-8 (byte 0x%02X). Save the manifest as UTF-8, which spreadsheets call 'CSV"
                                + " UTF-8', and send it again",
                        at(0));
    }

    /** False at the end of the body. */
    private boolean receive() throws IOException {
        bytes.compact();
        int count = body.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count > 0) {
            bytes.position(bytes.position() + count);
            received += count;
        }
        bytes.flip();
        if (received > mostBytes) {
            throw ManifestFaults.tooManyBytes(mostBytes);
        }
        return count >= 0;
    }
}
