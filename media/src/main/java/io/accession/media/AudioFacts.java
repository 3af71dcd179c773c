package io.accession.media;

import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectStat;

/** What a report says of its first sound track. */
final class AudioFacts {

    private AudioFacts() {}

    static MediaFacts.Audio of(TrackReport report, ContentType type, ObjectStat stat) throws BadMediaException {
        var sound = report.tracks("audio").getFirst();
        int sampleRate = number(sound, "sample_rate");
        int channels = number(sound, "channels");
        if (sampleRate <= 0 || channels <= 0) {
            throw BadMediaException.damaged("The sound track has no sample rate or no channels");
        }
        return new MediaFacts.Audio(
                mimeType(type),
                stat.bytes(),
                TrackDuration.of(sound).orElse(report.formatDuration()),
                sampleRate,
                bitDepth(sound),
                sound.text("codec_name").orElse("unknown"),
                channels);
    }

    /** Lossless codecs tell the depth of what went in, plain samples have one, and lossy codecs have none. */
    private static int bitDepth(TrackReport.Track sound) {
        int raw = number(sound, "bits_per_raw_sample");
        return raw > 0 ? raw : number(sound, "bits_per_sample");
    }

    private static int number(TrackReport.Track sound, String key) {
        return sound.number(key)
                .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
                .orElse(0L)
                .intValue();
    }

    /** Containers that usually hold video are named after what is in them. */
    static String mimeType(ContentType type) {
        return switch (type) {
            case MP4, QUICKTIME -> "audio/mp4";
            case MOBILE_3GP -> "audio/3gpp";
            case WEBM -> "audio/webm";
            case MATROSKA -> "audio/x-matroska";
            case OGG_VIDEO -> "audio/ogg";
            case WINDOWS_MEDIA -> "audio/x-ms-wma";
            default -> type.mimeType();
        };
    }
}
