package io.accession.wire;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.AnsweredCalls;
import io.accession.wire.authentication.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * Calls that the client sends again as they were when an answer got lost. A repetition has the trace header, the signature's time, the target and
 * the body of the first; two calls that were meant to be two differ in the trace header.
 */
final class RepeatedCalls {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 300;

    private final AnsweredCalls calls;

    RepeatedCalls(AnsweredCalls calls) {
        this.calls = calls;
    }

    @FunctionalInterface
    interface Answering {
        WireAnswer answer() throws IOException;
    }

    /** The answer of the first call, whoever made it. */
    WireAnswer answer(WireRequest request, Caller caller, byte[] body, Answering answering) throws IOException {
        var trace = request.header("X-Cloud-Trace-Context");
        if (trace.isEmpty()) {
            return answering.answer();
        }
        var call = hash(request, caller, trace.get(), body);
        return switch (settled(call)) {
            case AnsweredCalls.Answered(int status, String first) -> new WireAnswer.Whole(status, first);
            case AnsweredCalls.First _ -> first(call, answering);
            case AnsweredCalls.AtWork _ ->
                throw new RegistryException(
                        new RegistryError.Unavailable("The same call is still at work. Ask again in a moment."));
        };
    }

    private WireAnswer first(byte[] call, Answering answering) throws IOException {
        boolean happened = false;
        try {
            var answer = answering.answer();
            if (answer instanceof WireAnswer.Whole whole) {
                calls.keep(call, new AnsweredCalls.Answered(whole.status(), whole.json()));
                happened = true;
            }
            return answer;
        } finally {
            if (!happened) {
                calls.release(call);
            }
        }
    }

    /** Waits for somebody who is making the same call. */
    private AnsweredCalls.Claim settled(byte[] call) {
        var claim = calls.claim(call);
        for (int look = 0; claim instanceof AnsweredCalls.AtWork && look < LOOKS; look++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return claim;
            }
            claim = calls.claim(call);
        }
        return claim;
    }

    private static byte[] hash(WireRequest request, Caller caller, String trace, byte[] body) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var bodyDigest = sha256.digest(body);
            var head = String.join(
                    "\n",
                    caller.principal().id().toString(),
                    request.method(),
                    request.target(),
                    trace,
                    String.valueOf(caller.signedAt()),
                    "");
            sha256.update(head.getBytes(StandardCharsets.UTF_8));
            return sha256.digest(bodyDigest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
