package io.accession.encoder;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The pieces of BERT and its relatives: words and punctuation, each cut into the longest parts that are known from its beginning on (Schuster and
 * Nakajima, 2012; {@code tokenizer.json} of type WordPiece with BertNormalizer and BertPreTokenizer).
 *
 * @param vocabulary numbers of the parts; those that go on with a word begin with {@code prefix}
 * @param unknown stands for a word that has no parts
 * @param longestWord in characters; longer ones are unknown
 */
record WordPieces(Map<String, Integer> vocabulary, String prefix, int unknown, int longestWord, BertText text)
        implements Pieces {

    WordPieces {
        vocabulary = Map.copyOf(vocabulary);
    }

    /** How texts are made alike before they are cut. */
    record BertText(boolean isCleaned, boolean isChineseSpaced, boolean isStripped, boolean isLowered) {

        String of(String given) {
            var clean = new StringBuilder(given.length());
            given.codePoints().forEach(character -> add(clean, character));
            var text = clean.toString();
            if (isStripped) {
                text = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
            }
            return isLowered ? LowerCase.of(text) : text;
        }

        private void add(StringBuilder clean, int character) {
            if (isCleaned && isSpace(character)) {
                clean.append(' ');
            } else if (isChineseSpaced && isChinese(character)) {
                clean.append(' ').appendCodePoint(character).append(' ');
            } else if (!isCleaned || !isDropped(character)) {
                clean.appendCodePoint(character);
            }
        }

        private static boolean isDropped(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE,
                        Character.SURROGATE -> true;
                default -> character == 0xFFFD;
            };
        }

        /** The blocks that BERT's authors took for Chinese. */
        private static boolean isChinese(int character) {
            return (character >= 0x4E00 && character <= 0x9FFF)
                    || (character >= 0x3400 && character <= 0x4DBF)
                    || (character >= 0x20000 && character <= 0x2A6DF)
                    || (character >= 0x2A700 && character <= 0x2B73F)
                    || (character >= 0x2B740 && character <= 0x2B81F)
                    || (character >= 0x2B820 && character <= 0x2CEAF)
                    || (character >= 0xF900 && character <= 0xFAFF)
                    || (character >= 0x2F800 && character <= 0x2FA1F);
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> "$+<=>^`|~".indexOf(character) >= 0;
        };
    }

    @Override
    public int[] of(String given) {
        var pieces = IntStream.builder();
        var word = new StringBuilder();
        text.of(given).codePoints().forEach(character -> {
            if (isSpace(character)) {
                addWord(word, pieces);
            } else if (isPunctuation(character)) {
                addWord(word, pieces);
                addWord(word.appendCodePoint(character), pieces);
            } else {
                word.appendCodePoint(character);
            }
        });
        addWord(word, pieces);
        return pieces.build().toArray();
    }

    /** Leaves the word empty. */
    private void addWord(StringBuilder word, IntStream.Builder pieces) {
        if (!word.isEmpty()) {
            parts(word.toString()).forEach(pieces);
            word.setLength(0);
        }
    }

    private IntStream parts(String word) {
        if (word.codePointCount(0, word.length()) > longestWord) {
            return IntStream.of(unknown);
        }
        var parts = IntStream.builder();
        for (int from = 0; from < word.length(); ) {
            int end = word.length();
            Integer part = null;
            while (end > from && part == null) {
                var candidate = word.substring(from, end);
                part = vocabulary.get(from == 0 ? candidate : prefix + candidate);
                end = part == null ? word.offsetByCodePoints(end, -1) : end;
            }
            if (part == null) {
                return IntStream.of(unknown);
            }
            parts.add(part);
            from = end;
        }
        return parts.build();
    }
}
