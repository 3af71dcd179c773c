package io.accession.core.registry;

/**
 * Calls of the last two minutes and what was answered, so that a call that is sent again because its answer got lost happens once. A call is
 * named by a hash over all that tells it from an intended repetition.
 */
public interface AnsweredCalls {

    /** What is known of a call. */
    sealed interface Claim {}

    /** Nobody has seen it: the asker makes it and has to {@link #keep} its answer, or to {@link #release} it. */
    record First() implements Claim {}

    /** Somebody is making it. One that was never answered is free again after a minute. */
    record AtWork() implements Claim {}

    record Answered(int status, String body) implements Claim {}

    Claim claim(byte[] call);

    void keep(byte[] call, Answered answer);

    /** It did not happen and may be tried again. */
    void release(byte[] call);
}
