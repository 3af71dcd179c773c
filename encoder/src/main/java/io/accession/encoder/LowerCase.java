package io.accession.encoder;

import java.util.Locale;
import java.util.stream.Collectors;

/** Lower case as models were trained with: letter by letter, whatever stands beside it (the Greek sigma is the one that differs). */
final class LowerCase {

    private LowerCase() {}

    static String of(String text) {
        return text.codePoints()
                .mapToObj(letter -> Character.toString(letter).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
