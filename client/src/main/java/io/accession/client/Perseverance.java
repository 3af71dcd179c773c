package io.accession.client;

import java.net.URI;
import java.time.Duration;

/** Bears a server that is away for a while, between one question and the next. For one thread, which may be interrupted. */
final class Perseverance {

    private static final int SERVER_FAILED = 500;

    private final URI server;
    private final Duration pause;
    private final Duration unreachable;
    private long lastAnswer = System.nanoTime();

    /**
     * @param pause between two questions
     * @param unreachable how long the server may be away
     */
    Perseverance(URI server, Duration pause, Duration unreachable) {
        this.server = server;
        this.pause = pause;
        this.unreachable = unreachable;
    }

    void answered() {
        lastAnswer = System.nanoTime();
    }

    /** Throws the failure again if the server has been away too long, or if asking again cannot help. */
    void bear(AccessionException failure) {
        boolean mayPass = switch (failure) {
            case ServerUnreachableException _ -> true;
            case RequestRefusedException refused -> // a server whose database is being restarted, for one
                refused.problem().status() >= SERVER_FAILED;
            case UnexpectedAnswerException _ -> false;
        };
        boolean tooLong = Duration.ofNanos(System.nanoTime() - lastAnswer).compareTo(unreachable) > 0;
        if (!mayPass || tooLong || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }

    void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachableException(server, "the call was interrupted.", e);
        }
    }
}
