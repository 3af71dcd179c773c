package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a sound track's samples are coded, by its sample entry. Empty where only a decoder tells. */
final class SoundEntry {

    /**
     * @param bits per sample; 0 where the codec has none
     */
    record Coding(String codec, int sampleRate, int channels, int bits) {}

    private static final int CHILDREN = 28;
    /** Advanced audio below this rate is often half of a stream whose other half only its decoder finds. */
    private static final int LOWEST_PLAIN_RATE = 32_000;

    private static final List<Integer> RATES = List.of(
            96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350);
    private static final List<Integer> AC3_RATES = List.of(48_000, 44_100, 32_000);
    private static final List<Integer> AC3_CHANNELS = List.of(2, 1, 2, 3, 3, 4, 4, 5);
    private static final int LOW_COMPLEXITY = 2;

    private final BlockReader in;
    private final IsoBox entry;
    private final int channels;
    private final int bits;
    private final int sampleRate;

    private SoundEntry(BlockReader in, IsoBox entry) throws BadMediaException, ObjectUnavailableException {
        this.in = in;
        this.entry = entry;
        this.channels = in.u16(entry.start() + 16, true);
        this.bits = in.u16(entry.start() + 18, true);
        this.sampleRate = in.u16(entry.start() + 24, true);
    }

    static Optional<Coding> coding(BlockReader in, @Nullable IsoBox entry)
            throws BadMediaException, ObjectUnavailableException {
        if (entry == null) {
            return Optional.empty();
        }
        boolean plainLayout = in.u16(entry.start() + 8, true) == 0;
        return plainLayout ? new SoundEntry(in, entry).coding() : Optional.empty();
    }

    private Optional<Coding> coding() throws BadMediaException, ObjectUnavailableException {
        return switch (IsoBox.text(entry.name())) {
            case "mp4a" -> mpeg();
            case "alac" -> child("alac").isPresent() ? alac(child("alac").get()) : Optional.empty();
            case "Opus" -> child("dOps").isPresent() ? opus(child("dOps").get()) : Optional.empty();
            case "fLaC" -> child("dfLa").isPresent() ? flac(child("dfLa").get()) : Optional.empty();
            case "ac-3" -> child("dac3").isPresent() ? ac3(child("dac3").get()) : Optional.empty();
            case "twos" -> samples("pcm_s16be");
            case "sowt" -> samples("pcm_s16le");
            default -> Optional.empty();
        };
    }

    private Optional<IsoBox> child(String name) throws BadMediaException, ObjectUnavailableException {
        return IsoBox.children(in, entry.start() + CHILDREN, entry.end()).stream()
                .filter(box -> box.name() == BlockReader.name(name))
                .findFirst();
    }

    private Optional<Coding> samples(String codec) {
        return bits == 16 ? told(codec, sampleRate, channels, bits) : Optional.empty();
    }

    private static Optional<Coding> told(String codec, int sampleRate, int channels, int bits) {
        return sampleRate > 0 && channels > 0
                ? Optional.of(new Coding(codec, sampleRate, channels, bits))
                : Optional.empty();
    }

    private Optional<Coding> mpeg() throws BadMediaException, ObjectUnavailableException {
        var box = child("esds");
        var stream = box.isEmpty() ? Optional.<ElementaryStream>empty() : ElementaryStream.read(in, box.get());
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        return switch (stream.get().type()) {
            case ElementaryStream.MPEG4_AUDIO, ElementaryStream.MPEG2_LOW_COMPLEXITY ->
                advanced(BitReader.of(stream.get().setup()));
            case ElementaryStream.MPEG1_LAYERS, ElementaryStream.MPEG2_LAYERS -> told("mp3", sampleRate, channels, 0);
            default -> Optional.empty();
        };
    }

    /** ISO/IEC 14496-3, 1.6.2.1. */
    private static Optional<Coding> advanced(BitReader setup) throws BadMediaException {
        int type = setup.bits(5);
        int index = setup.bits(4);
        int layout = setup.bits(4);
        boolean usual = type == LOW_COMPLEXITY && index < RATES.size() && layout >= 1 && layout <= 7;
        if (!usual || RATES.get(index) < LOWEST_PLAIN_RATE) {
            return Optional.empty();
        }
        return told("aac", RATES.get(index), layout == 7 ? 8 : layout, 0);
    }

    /** Apple's cookie behind version and flags. */
    private Optional<Coding> alac(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        long at = box.start() + 4;
        return told("alac", in.s32(at + 20, true), in.u8(at + 9), in.u8(at + 5));
    }

    /** Opus is always decoded to 48 kHz. */
    private Optional<Coding> opus(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        return told("opus", 48_000, in.u8(box.start() + 1), 0);
    }

    /** The block STREAMINFO behind version, flags and the block's header. */
    private Optional<Coding> flac(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        long packed = in.u32(box.start() + 4 + 4 + 10, true);
        return told("flac", (int) (packed >> 12), (int) ((packed >> 9) & 7) + 1, (int) ((packed >> 4) & 31) + 1);
    }

    /** ETSI TS 102 366, F.4. */
    private Optional<Coding> ac3(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        int first = in.u16(box.start(), true);
        int rate = first >> 14;
        int layout = (first >> 3) & 7;
        boolean bass = (first & 4) != 0;
        return rate < AC3_RATES.size()
                ? told("ac3", AC3_RATES.get(rate), AC3_CHANNELS.get(layout) + (bass ? 1 : 0), 0)
                : Optional.empty();
    }
}
