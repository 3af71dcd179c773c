package io.accession.core.session;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle after the last request
 * @param longest after signing in, whatever happens
 */
public record SessionTimes(Duration idle, Duration longest) {

    public static final SessionTimes DEFAULT = new SessionTimes(Duration.ofHours(12), Duration.ofDays(7));
}
