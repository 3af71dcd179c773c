package io.accession.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts of a long text that a model can take one after the other. */
final class Windows {

    private Windows() {}

    /** The first {@code most} parts of the pieces, each between begin and end. A text without pieces is one part. */
    static List<long[]> of(int[] pieces, Tokenizer tokenizer, int most) {
        int room = tokenizer.most() - Tokenizer.AROUND;
        var windows = new ArrayList<long[]>();
        for (int from = 0; windows.isEmpty() || (from < pieces.length && windows.size() < most); from += room) {
            windows.add(window(Arrays.copyOfRange(pieces, from, Math.min(pieces.length, from + room)), tokenizer));
        }
        return windows;
    }

    private static long[] window(int[] pieces, Tokenizer tokenizer) {
        var window = new long[pieces.length + Tokenizer.AROUND];
        window[0] = tokenizer.begin();
        for (int i = 0; i < pieces.length; i++) {
            window[i + 1] = pieces[i];
        }
        window[window.length - 1] = tokenizer.end();
        return window;
    }
}
