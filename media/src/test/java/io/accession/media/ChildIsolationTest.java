package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What hostile files and failing storages can do to the child process, and the other way round. */
class ChildIsolationTest {

    private static final ChildLimits IMPATIENT =
            new ChildLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 2L << 30);

    @Test
    void filesThatNameOtherAddressesOpenNoOtherConnection() throws Exception {
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            var trap = "http://127.0.0.1:" + listener.socket().getLocalPort() + "/trap.ts";

            for (var hostile : filesThatName(trap)) {
                probePastTheSniffer(hostile);
                Probed.as(ItemKind.VIDEO, hostile);

                assertThat(listener.accept())
                        .as(new String(hostile, 0, 12, StandardCharsets.ISO_8859_1))
                        .isNull();
            }
        }
    }

    private static List<byte[]> filesThatName(String trap) {
        var hls = """
                #EXTM3U
                #EXT-X-TARGETDURATION:5
                #EXTINF:5,
                %s
                #EXT-X-ENDLIST
                """.formatted(trap);
        var concat = """
                ffconcat version 1.0
                file '%s'
                """.formatted(trap);
        var dash = """
                <?xml version="1.0"?>
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT5S">
                <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1">
                <BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>
                """.formatted(trap);
        var sdp = """
                v=0
                o=- 0 0 IN IP4 127.0.0.1
                s=x
                c=IN IP4 127.0.0.1
                t=0 0
                m=video 5004 RTP/AVP 96
                a=rtpmap:96 H264/90000
                """;
        return List.of(
                hls.getBytes(StandardCharsets.UTF_8),
                concat.getBytes(StandardCharsets.UTF_8),
                dash.getBytes(StandardCharsets.UTF_8),
                sdp.getBytes(StandardCharsets.UTF_8),
                referenceMovie(trap),
                movieWithItsDataElsewhere(trap));
    }

    /** QuickTime's movie of nothing but an address. */
    private static byte[] referenceMovie(String address) {
        var reference =
                Bytes.bigEndian().u32(0).text("url ").u32(address.length() + 1).text(address + "\0");
        return Avif.box("moov", Avif.box("rmra", Avif.box("rmda", Avif.box("rdrf", reference.done()))));
    }

    /** An MP4 whose data reference says that the samples are at an address. */
    private static byte[] movieWithItsDataElsewhere(String address) {
        var mp4 = Clips.mp4(10, 0);
        var text = new String(mp4, StandardCharsets.ISO_8859_1);
        int reference = text.indexOf("url ", text.indexOf("dref"));
        var longer = Bytes.bigEndian()
                .text(text.substring(0, reference + 4))
                .u32(0)
                .text(address + "\0")
                .text(text.substring(reference + 8))
                .done();
        for (var parent : List.of("moov", "trak", "mdia", "minf", "dinf", "dref", "url ")) {
            int size = (parent.equals("url ") ? reference : text.lastIndexOf(parent, reference)) - 4;
            int enlarged = java.nio.ByteBuffer.wrap(mp4).getInt(size) + address.length() + 1;
            java.nio.ByteBuffer.wrap(longer).putInt(size, enlarged);
        }
        return longer;
    }

    /** As if the file had looked like something that a demuxer may see. */
    private static void probePastTheSniffer(byte[] bytes) throws IOException {
        var store = new MemoryStore();
        var view = new StoredObjectView(store, store.holds("b", "k", bytes), ReadBudget.forProbing(ItemKind.VIDEO));
        try (var tracks = new TrackProber(Clips.CACHE, ChildLimits.USUAL)) {
            tracks.probe(ItemKind.VIDEO, ContentType.MPEG_TRANSPORT, new BlockReader(view), view, view.stat());
        } catch (BadMediaException e) {
            assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_DAMAGED);
        } catch (io.accession.core.object.ObjectUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStorageThatHangsEndsInATimeOutAndTheChildIsGone() throws IOException {
        try (var prober = new FormatProber(Clips.CACHE, IMPATIENT)) {
            var result = prober.probe(ItemKind.VIDEO, StubbornView.hangs(bigEnough()));

            assertThat(failure(result).code()).isEqualTo(FailureCode.PROBE_TIMED_OUT);
            assertThat(result).isInstanceOf(ProbeResult.Unreachable.class);
            assertThat(children()).isEmpty();
        }
    }

    @Test
    void closingTheProberKillsItsChildren() throws Exception {
        var prober = new FormatProber(Clips.CACHE);
        var view = StubbornView.hangs(bigEnough());
        var probing = CompletableFuture.supplyAsync(() -> prober.probe(ItemKind.VIDEO, view));
        view.hanging.await();
        assertThat(children()).isNotEmpty();

        prober.close();

        assertThat(failure(probing.get()).code()).isEqualTo(FailureCode.PROBE_TIMED_OUT);
        assertThat(children()).isEmpty();
    }

    @Test
    void theAddressIsInNoArgumentList() throws Exception {
        try (var prober = new FormatProber(Clips.CACHE, IMPATIENT)) {
            var view = StubbornView.hangs(bigEnough());
            var probing = CompletableFuture.supplyAsync(() -> prober.probe(ItemKind.VIDEO, view));
            view.hanging.await();

            assertThat(children())
                    .allSatisfy(
                            child -> assertThat(List.of(child.info().arguments().orElse(new String[0])))
                                    .contains("/dev/stdin")
                                    .noneMatch(argument -> argument.contains("127.0.0.1")));
            assertThat(probing.get()).isInstanceOf(ProbeResult.Unreachable.class);
        }
    }

    /** The kernel says what a process may use; where there is no prlimit nothing holds the child but its patience. */
    @Test
    @EnabledIf("hasPrlimit")
    void theKernelHoldsTheChildToItsLimits() throws Exception {
        try (var prober = new FormatProber(Clips.CACHE, IMPATIENT)) {
            var view = StubbornView.hangs(bigEnough());
            var probing = CompletableFuture.supplyAsync(() -> prober.probe(ItemKind.VIDEO, view));
            view.hanging.await();

            var limits = Files.readString(
                    Path.of("/proc", Long.toString(children().getFirst().pid()), "limits"));

            assertThat(limits).containsPattern("Max cpu time +5 ");
            assertThat(limits).containsPattern("Max address space +" + (2L << 30) + " ");
            assertThat(limits).containsPattern("Max file size +0 ");
            assertThat(limits).containsPattern("Max open files +64 ");
            assertThat(probing.get()).isInstanceOf(ProbeResult.Unreachable.class);
        }
    }

    @Test
    @EnabledIf("hasPrlimit")
    void aChildThatMayHaveNoMemoryEndsWithoutAnAnswer() throws Exception {
        var fewMebibytes = new ChildLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 32L << 20);

        try (var child = new FfprobeChild(FfmpegPrograms.unpack(Clips.CACHE), fewMebibytes)) {
            var ending = child.run("http://127.0.0.1:9/nothing", false);

            assertThat(ending.exitCode()).isNotZero();
            assertThat(ending.complaints()).contains("shared librar");
        }
    }

    static boolean hasPrlimit() {
        return Files.isExecutable(Path.of("/usr/bin/prlimit"));
    }

    @Test
    void whatTheStorageSaysIsWhatTheResultSays() {
        var refused =
                Probed.PROBER.probe(ItemKind.VIDEO, StubbornView.fails(bigEnough(), FailureCode.OBJECT_FORBIDDEN));
        var unreachable =
                Probed.PROBER.probe(ItemKind.VIDEO, StubbornView.fails(bigEnough(), FailureCode.STORAGE_UNREACHABLE));

        assertThat(refused)
                .isEqualTo(
                        new ProbeResult.Unreadable(new Failure(FailureCode.OBJECT_FORBIDDEN, "The storage said so")));
        assertThat(unreachable)
                .isEqualTo(new ProbeResult.Unreachable(
                        new Failure(FailureCode.STORAGE_UNREACHABLE, "The storage said so")));
    }

    /** A video that is left to the child, and that it cannot know from the first reads alone. */
    private static byte[] bigEnough() {
        return Clips.webm(25, 0);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static Failure failure(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Unreadable unreadable -> unreadable.failure();
            case ProbeResult.Unreachable unreachable -> unreachable.failure();
            case ProbeResult.Probed probed -> throw new AssertionError(probed);
        };
    }
}
