package io.accession.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;

/** What the prober makes of some bytes, and how many reads it took. */
record Probed(ProbeResult result, int requests, long bytesRead) {

    static final FormatProber PROBER = new FormatProber(Clips.CACHE);

    static Probed image(byte[] bytes) {
        return as(ItemKind.IMAGE, bytes);
    }

    static Probed as(ItemKind kind, byte[] bytes) {
        return as(kind, "k", bytes);
    }

    static Probed as(ItemKind kind, String key, byte[] bytes) {
        var store = new MemoryStore();
        var view = new StoredObjectView(store, store.holds("b", key, bytes), ReadBudget.forProbing(kind));
        var result = PROBER.probe(kind, view);
        return new Probed(result, view.requests(), view.bytesRead());
    }

    MediaFacts.Image facts() {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Image) ((ProbeResult.Probed) result).facts();
    }

    Probed is(String mimeType, int width, int height) {
        return is(mimeType, width, height, 1);
    }

    Probed is(String mimeType, int width, int height, int orientation) {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        var facts = facts();
        assertThat(facts.mimeType()).isEqualTo(mimeType);
        assertThat(facts.width()).as("width").isEqualTo(width);
        assertThat(facts.height()).as("height").isEqualTo(height);
        assertThat(facts.orientation()).as("orientation").isEqualTo(orientation);
        return this;
    }

    MediaFacts.Video video() {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Video) ((ProbeResult.Probed) result).facts();
    }

    MediaFacts.VideoTrack track() {
        return requireNonNull(video().track());
    }

    MediaFacts.Audio audio() {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Audio) ((ProbeResult.Probed) result).facts();
    }

    MediaFacts.Text text() {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Text) ((ProbeResult.Probed) result).facts();
    }

    MediaFacts.Pdf pdf() {
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Pdf) ((ProbeResult.Probed) result).facts();
    }

    void took(int expectedRequests) {
        assertThat(requests).isEqualTo(expectedRequests);
    }

    Probed fails(FailureCode code) {
        assertThat(result).isInstanceOf(ProbeResult.Unreadable.class);
        assertThat(((ProbeResult.Unreadable) result).failure().code()).isEqualTo(code);
        return this;
    }

    String message() {
        return ((ProbeResult.Unreadable) result).failure().message();
    }
}
