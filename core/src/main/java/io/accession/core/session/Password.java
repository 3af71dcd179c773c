package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.text.Normalizer;
import java.util.List;

/** A password that somebody chooses or shows. Ways to write the same characters are made one. Prints as {@code ***}. */
public record Password(String reveal) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;

    public Password {
        if (reveal.length() > LONGEST) {
            throw invalid("A password has at most " + LONGEST + " characters.");
        }
        reveal = Normalizer.normalize(reveal, Normalizer.Form.NFKC);
    }

    /** One that is long enough to be set. */
    public static Password chosen(String text) {
        var password = new Password(text);
        if (password.reveal.codePointCount(0, password.reveal.length()) < SHORTEST || password.reveal.isBlank()) {
            throw invalid("A password has at least " + SHORTEST + " characters.");
        }
        return password;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault("/password", message))));
    }

    @Override
    public String toString() {
        return "***";
    }
}
