package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one entry. The first fault gives the code, the message tells the first few. */
final class EntryFaults {

    private static final int TOLD = 5;

    private final List<String> sentences = new ArrayList<>(0);
    private @Nullable FailureCode code;
    private int untold;

    void add(FailureCode fault, String sentence) {
        if (code == null) {
            code = fault;
        }
        if (sentences.size() < TOLD) {
            sentences.add(sentence);
        } else {
            untold++;
        }
    }

    @Nullable
    Failure failure() {
        if (code == null) {
            return null;
        }
        String more = untold == 0 ? "" : " There are " + untold + " more faults in this entry.";
        return new Failure(code, String.join(" ", sentences) + more);
    }
}
