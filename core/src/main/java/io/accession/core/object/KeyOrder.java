package io.accession.core.object;

import java.util.Comparator;

/** The order of keys in a bucket: that of their UTF-8 bytes, which is that of their code points. */
public final class KeyOrder implements Comparator<String> {

    public static final KeyOrder OF_KEYS = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // Surrogates stand for code points above all others.
                boolean high = Character.isSurrogate(a);
                return high == Character.isSurrogate(b) ? Character.compare(a, b) : high ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
