package io.accession.core.draft;

import java.util.Comparator;

/** The order in which people count: {@code frame2} comes before {@code frame10}. Texts that differ are never equal. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder OF_TEXTS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int end = endOfNumber(one, i);
                int otherEnd = endOfNumber(other, j);
                int numbers = compareNumbers(one, i, end, other, j, otherEnd);
                if (numbers != 0) {
                    return numbers;
                }
                i = end;
                j = otherEnd;
            } else if (one.charAt(i) != other.charAt(j)) {
                return Character.compare(one.charAt(i), other.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other); // they differ in leading zeros at most
    }

    private static int compareNumbers(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int start = withoutZeros(one, from, end);
        int otherStart = withoutZeros(other, otherFrom, otherEnd);
        int digits = Integer.compare(end - start, otherEnd - otherStart);
        for (int i = 0; digits == 0 && i < end - start; i++) {
            digits = Character.compare(one.charAt(start + i), other.charAt(otherStart + i));
        }
        return digits;
    }

    private static int withoutZeros(String text, int from, int end) {
        int start = from;
        while (start < end - 1 && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
