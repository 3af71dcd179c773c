package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "....ftypisom | video/mp4",
                "....ftypmp42 | video/mp4",
                "....ftypqt   | video/mp4",
                "'....ftypqt  ....' | video/quicktime",
                "....moov.... | video/quicktime",
                "'....ftypM4A ' | audio/mp4",
                "....ftyp3gp5 | video/3gpp",
                "....ftypheic | image/heic",
                "....ftypavis | image/avif",
                "'RIFF....AVI LIST' | video/x-msvideo",
                "RIFF....WAVEfmt | audio/x-wav",
                "fLaC.... | audio/flac",
                "FORM....AIFF | audio/aiff",
                "8BPS | image/vnd.adobe.photoshop",
                "%PDF-1.7 | application/pdf",
                "#EXTM3U | application/vnd.apple.mpegurl",
                "{\"a\":1} | application/json",
                "<!DOCTYPE html><p> | text/html",
                "<?xml version='1.0'?><MPD/> | application/dash+xml",
                "<?xml version='1.0'?><a/> | application/xml",
                "<svg xmlns='http://www.w3.org/2000/svg'/> | image/svg+xml",
                "BMW is a maker of cars | text/plain",
                "GIFt wrap | text/plain",
                "ffconcat version 1.0 | text/plain"
            })
    void beginningsOfFilesAreKnown(String beginning, String mimeType) {
        var bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length && beginning.contains("ftyp"); i++) {
            bytes[i] = bytes[i] == '.' ? 0 : bytes[i];
        }

        assertThat(ContentType.of(bytes).mimeType()).isEqualTo(mimeType);
    }

    @Test
    void matroskaAndWebmDifferByTheirDocumentType() {
        var webm = Bytes.bigEndian().u32(0x1A45DFA3L).u8(0x9F, 0x42, 0x82, 0x84).text("webm");
        var matroska =
                Bytes.bigEndian().u32(0x1A45DFA3L).u8(0x9F, 0x42, 0x82, 0x88).text("matroska");

        assertThat(ContentType.of(webm.done())).isEqualTo(ContentType.WEBM);
        assertThat(ContentType.of(matroska.done())).isEqualTo(ContentType.MATROSKA);
    }

    @Test
    void mp3IsKnownByTwoFramesInARowOrByItsTag() {
        var frame = Bytes.bigEndian().u32(0xFFFB9064L).zeros(413).done();
        var twoFrames = Bytes.bigEndian().bytes(frame).bytes(frame).done();
        var noise = Bytes.bigEndian().bytes(frame).zeros(400).done();
        var tagged =
                Bytes.bigEndian().text("ID3\3\0\0").u8(0, 0, 0, 10).zeros(10).bytes(frame);

        assertThat(ContentType.of(twoFrames)).isEqualTo(ContentType.MP3);
        assertThat(ContentType.of(noise)).isEqualTo(ContentType.UNKNOWN);
        assertThat(ContentType.of(tagged.done())).isEqualTo(ContentType.MP3);
    }

    @Test
    void aTagMayStandInFrontOfFlac() {
        var tagged =
                Bytes.bigEndian().text("ID3\3\0\0").u8(0, 0, 0, 10).zeros(10).text("fLaC");

        assertThat(ContentType.of(tagged.done())).isEqualTo(ContentType.FLAC);
    }

    @Test
    void transportStreamsHaveASyncByteInEveryPacket() {
        var packet = Bytes.bigEndian().u8(0x47).zeros(187).done();
        var stream = Bytes.bigEndian().bytes(packet).bytes(packet).bytes(packet).bytes(packet);

        assertThat(ContentType.of(stream.done())).isEqualTo(ContentType.MPEG_TRANSPORT);
        assertThat(ContentType.of(packet)).isEqualTo(ContentType.UNKNOWN);
    }

    @Test
    void medicalFilesHaveTheirMagicDeepInside() {
        assertThat(ContentType.of(Bytes.bigEndian().zeros(128).text("DICM").done()))
                .isEqualTo(ContentType.DICOM);
        assertThat(ContentType.of(
                        Bytes.littleEndian().u32(348).zeros(340).text("n+1\0").done()))
                .isEqualTo(ContentType.NIFTI);
    }

    @Test
    void bytesThatAreNoTextAreUnknown() {
        assertThat(ContentType.of(new byte[] {1, 2, 3, 0, 5})).isEqualTo(ContentType.UNKNOWN);
        assertThat(ContentType.of("Grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo(ContentType.TEXT);
        assertThat(ContentType.of("Grüße".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(ContentType.UNKNOWN);
        assertThat(ContentType.of("Grüße".getBytes(StandardCharsets.UTF_16))).isEqualTo(ContentType.TEXT);
    }
}
