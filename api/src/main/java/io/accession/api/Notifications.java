package io.accession.api;

import java.util.List;

/**
 * What the asker's upload jobs are about.
 *
 * @param ended recently, the newest first
 * @param unseen how many ended since the asker last looked
 */
public record Notifications(List<UploadJob> running, List<UploadJob> ended, int unseen) {

    public Notifications {
        running = List.copyOf(running);
        ended = List.copyOf(ended);
    }
}
