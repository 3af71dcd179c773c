package io.accession.core.search;

/**
 * Whose changes the feed tells, and how far.
 *
 * @param catalogue another one means that marks of before have lost their meaning: what was read has to be read from the start
 * @param horizon all transactions below it have ended; the feed gives their changes only. Never falls, unless the database was set back in time
 * @param next the number that the next transaction gets: all that have ended have lower ones
 */
public record FeedState(String catalogue, long horizon, long next) {}
