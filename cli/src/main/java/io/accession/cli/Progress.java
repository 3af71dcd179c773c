package io.accession.cli;

import io.accession.api.UploadJob;

/** Shows people how an upload job gets on. For one thread. */
interface Progress extends AutoCloseable {

    /** Called while the manifest goes out, before there is a job. */
    void sent(long bytes);

    void show(UploadJob job);

    /** Leaves the screen as results expect it. */
    @Override
    void close();

    static Progress on(Surroundings surroundings) {
        return surroundings.terminal()
                ? new ProgressBar(surroundings.error(), surroundings.columns(), surroundings.clock())
                : new ProgressLines(surroundings.error(), surroundings.clock());
    }
}
