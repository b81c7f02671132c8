package dev.sluice.http;

import java.util.Map;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(int status, String detail) {
        this(Problem.of(status, detail));
    }

    public ProblemException(int status, String detail, Map<String, Object> more) {
        this(Problem.of(status, detail, more));
    }

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
