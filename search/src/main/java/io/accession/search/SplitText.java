package io.accession.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A text as its words: what letters and digits stand together, in lower case. {@code cam_01-2024.JPG} has four. Accents belong to their letters. A word
 * of more than 255 characters is several. The memory it takes is about that of the text.
 */
final class SplitText {

    private static final int LONGEST_WORD = 255;

    private byte[] bytes; // all words one after another, in UTF-8
    private int[] ends = new int[16]; // of each word
    private int length;
    private int count;

    private SplitText(int expected) {
        bytes = new byte[expected];
    }

    static SplitText of(String text) {
        var split = new SplitText(text.length() + 4);
        int wordLength = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int width = Character.charCount(character);
            if (belongsToWord(character)) {
                split.append(Character.toLowerCase(character));
                wordLength += width;
            }
            if (wordLength >= LONGEST_WORD || (wordLength > 0 && !belongsToWord(character))) {
                split.endWord();
                wordLength = 0;
            }
            i += width;
        }
        if (wordLength > 0) {
            split.endWord();
        }
        return split;
    }

    private static boolean belongsToWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private void append(int character) {
        if (length + 4 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 + 4);
        }
        if (character < 0x80) {
            add(character);
        } else if (character < 0x800) {
            add(0xC0 | (character >> 6));
            addRest(character);
        } else if (character < 0x10000) {
            add(0xE0 | (character >> 12));
            addRest(character >> 6);
            addRest(character);
        } else {
            add(0xF0 | (character >> 18));
            addRest(character >> 12);
            addRest(character >> 6);
            addRest(character);
        }
    }

    private void addRest(int bits) {
        add(0x80 | (bits & 0x3F));
    }

    private void add(int unit) {
        bytes[length++] = (byte) unit;
    }

    private void endWord() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = length;
    }

    /** How many words there are; one that stands there twice counts twice. */
    int count() {
        return count;
    }

    /** Lets {@code word} stand for one of the words. */
    void read(int number, BytesRef word) {
        int from = number == 0 ? 0 : ends[number - 1];
        word.bytes = bytes;
        word.offset = from;
        word.length = ends[number] - from;
    }

    List<String> words() {
        var words = new ArrayList<String>(count);
        var word = new BytesRef();
        for (int number = 0; number < count; number++) {
            read(number, word);
            words.add(word.utf8ToString());
        }
        return words;
    }
}
