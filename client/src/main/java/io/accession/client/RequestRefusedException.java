package io.accession.client;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import java.util.Optional;

/** The server understood who we are and what we want, and says why it did not do it. */
public final class RequestRefusedException extends AccessionException {

    private final transient Problem problem;

    public RequestRefusedException(Problem problem) {
        super(problem.detail() == null ? problem.title() : problem.detail(), null);
        this.problem = problem;
    }

    /** All that the server said: what is wrong, where, and what would be right. */
    public Problem problem() {
        return problem;
    }

    /** Which kind of refusal it is, for programs. Empty for one that this client does not know yet. */
    public Optional<ProblemType> type() {
        return ProblemType.find(problem.type());
    }
}
