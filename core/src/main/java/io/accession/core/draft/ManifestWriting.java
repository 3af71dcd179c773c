package io.accession.core.draft;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts entries together into manifests. */
final class ManifestWriting {

    private final EntryForm form;
    private final ManifestFilling filling;
    private final ManifestTarget target;
    private @Nullable OutputStream out;
    private @Nullable DraftType type;

    ManifestWriting(EntryForm form, DraftLimits limits, ManifestTarget target) {
        this.form = form;
        this.filling = new ManifestFilling(limits);
        this.target = target;
    }

    void add(DraftType entryType, byte[] entry, int urls) throws IOException {
        if (filling.add(urls)) {
            end();
            out = new BufferedOutputStream(target.open(filling.manifests()), 64 << 10);
            write(form.opening());
        }
        if (entryType == type) {
            write(form.separator());
        } else {
            boolean isFirst = type == null;
            write(isFirst ? "" : form.typeClosing());
            write(form.typeOpening(entryType, isFirst));
            type = entryType;
        }
        current().write(entry);
    }

    /** Ends the manifest that is under way. */
    void end() throws IOException {
        if (out != null) {
            write(form.typeClosing() + form.closing());
            out.close();
        }
        out = null;
        type = null;
    }

    private void write(String text) throws IOException {
        current().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private OutputStream current() {
        if (out == null) {
            throw new IllegalStateException("no manifest has begun");
        }
        return out;
    }
}
