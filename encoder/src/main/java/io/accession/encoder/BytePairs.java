package io.accession.encoder;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The pieces of CLIP: words, single digits and runs of other signs, whose bytes are joined pair by pair, the pair that was learnt first before all
 * others (Sennrich, Haddow and Birch, 2016; {@code tokenizer.json} of type BPE with ByteLevel).
 *
 * @param vocabulary numbers of the joined pieces
 * @param ranks of pairs, written with a space between; the lowest is joined first
 * @param suffix what marks the end of a word
 * @param unknown stands for what has no piece
 */
record BytePairs(Map<String, Integer> vocabulary, Map<String, Integer> ranks, String suffix, int unknown)
        implements Pieces {

    private static final Pattern WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** For every byte a character that can be seen, as GPT-2 has them. */
    private static final char[] SHOWN = shown();

    BytePairs {
        vocabulary = Map.copyOf(vocabulary);
        ranks = Map.copyOf(ranks);
    }

    private static char[] shown() {
        var shown = new char[256];
        char next = 256;
        for (int one = 0; one < shown.length; one++) {
            boolean isPlain = (one >= '!' && one <= '~') || (one >= 0xA1 && one <= 0xAC) || one >= 0xAE;
            shown[one] = isPlain ? (char) one : next++;
        }
        return shown;
    }

    @Override
    public int[] of(String text) {
        var alike =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        return WORDS.matcher(LowerCase.of(alike))
                .results()
                .flatMapToInt(word -> pieces(word.group()))
                .toArray();
    }

    private IntStream pieces(String word) {
        var parts = new ArrayList<String>();
        for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
            parts.add(String.valueOf(SHOWN[one & 0xFF]));
        }
        parts.add(parts.removeLast() + suffix);
        for (int first = firstLearnt(parts); first >= 0; first = firstLearnt(parts)) {
            join(parts, parts.get(first), parts.get(first + 1));
        }
        return parts.stream().mapToInt(part -> vocabulary.getOrDefault(part, unknown));
    }

    /** Where the pair begins that was learnt first; -1 when none was. */
    private int firstLearnt(List<String> parts) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < parts.size(); i++) {
            int rank = ranks.getOrDefault(parts.get(i) + ' ' + parts.get(i + 1), Integer.MAX_VALUE);
            if (rank < bestRank) {
                bestRank = rank;
                best = i;
            }
        }
        return best;
    }

    private static void join(List<String> parts, String left, String right) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).equals(left) && parts.get(i + 1).equals(right)) {
                parts.set(i, left + right);
                parts.remove(i + 1);
            }
        }
    }
}
