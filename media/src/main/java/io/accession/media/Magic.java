package io.accession.media;

import java.nio.charset.StandardCharsets;

/** Questions to the first bytes of an object. A place behind their end answers no. */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record Magic(byte[] bytes) {

    int length() {
        return bytes.length;
    }

    /** -1 behind the end. */
    int at(int offset) {
        return offset >= 0 && offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }

    /** Each character is one byte. */
    boolean has(int offset, String characters) {
        if (offset < 0 || offset > bytes.length - characters.length()) {
            return false;
        }
        for (int i = 0; i < characters.length(); i++) {
            if (at(offset + i) != characters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean starts(String characters) {
        return has(0, characters);
    }

    /** Whether the characters begin anywhere in front of the offset. */
    boolean hasBefore(int offset, String characters) {
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            if (has(i, characters)) {
                return true;
            }
        }
        return false;
    }

    /** Up to this many bytes, each as one character. */
    String text(int offset, int length) {
        int from = Math.min(offset, bytes.length);
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
