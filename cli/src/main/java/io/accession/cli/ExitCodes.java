package io.accession.cli;

/** What a command tells the shell. */
public final class ExitCodes {

    public static final int DONE = 0;
    /** The upload job ended, and not everything in its manifest was registered. */
    public static final int FAILURES = 1;
    /** Wrong usage, or a request that the server refused, such as a manifest that cannot be read. */
    public static final int REFUSED = 2;

    public static final int UNREACHABLE = 3;
    /** A fault of the program itself. */
    public static final int BROKEN = 70;

    private ExitCodes() {}
}
