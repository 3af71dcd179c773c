package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormatProberTest {

    private static final byte[] PNG = Pictures.png(64, 32, new byte[0]);
    private static final byte[] TEXT = "Some words.".getBytes(StandardCharsets.UTF_8);

    @Test
    void aFileOfAnotherKindIsNamed() {
        assertThat(Probed.as(ItemKind.VIDEO, PNG)
                        .fails(FailureCode.KIND_MISMATCH)
                        .message())
                .isEqualTo("Expected a video, got a file of type image/png");
        assertThat(Probed.image(Bytes.bigEndian()
                                .u32(24)
                                .text("ftypisom")
                                .zeros(40)
                                .done())
                        .fails(FailureCode.KIND_MISMATCH)
                        .message())
                .isEqualTo("Expected an image, got a file of type video/mp4");
        assertThat(Probed.image(TEXT).fails(FailureCode.KIND_MISMATCH).message())
                .isEqualTo("Expected an image, got a file of type text/plain");
        assertThat(Probed.as(ItemKind.AUDIO, PNG)
                        .fails(FailureCode.KIND_MISMATCH)
                        .message())
                .isEqualTo("Expected an audio file, got a file of type image/png");
        assertThat(Probed.as(ItemKind.PDF, PNG).fails(FailureCode.KIND_MISMATCH).message())
                .isEqualTo("Expected a PDF, got a file of type image/png");
    }

    @Test
    void anEmptyObjectIsEmpty() {
        for (var kind : ItemKind.values()) {
            if (!kind.isComposite()) {
                Probed.as(kind, new byte[0]).fails(FailureCode.OBJECT_EMPTY);
            }
        }
    }

    @Test
    void kindsThatCannotBeProbedSayWhatToSupply() {
        assertThat(Probed.image(Bytes.bigEndian()
                                .u32(24)
                                .text("ftypheic")
                                .zeros(40)
                                .done())
                        .fails(FailureCode.PROBE_NOT_SUPPORTED)
                        .message())
                .isEqualTo("Images of type image/heic cannot be probed; supply imageMetadata");
    }

    @Test
    void factsKnowTheWholeObjectsSize() {
        var probed = Probed.image(Bytes.bigEndian().bytes(PNG).zeros(100_000).done());

        assertThat(probed.facts().bytes()).isEqualTo(PNG.length + 100_000);
        assertThat(probed.bytesRead()).isEqualTo(64 * 1024);
    }

    @Test
    void anObjectThatIsNotThereIsUnreadableForThatReason() {
        var view = new StoredObjectView(
                new MemoryStore(), MemoryStore.location("b", "nothing.png"), ReadBudget.forProbing(ItemKind.IMAGE));

        var result = Probed.PROBER.probe(ItemKind.IMAGE, view);

        assertThat(((ProbeResult.Unreadable) result).failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND);
    }
}
