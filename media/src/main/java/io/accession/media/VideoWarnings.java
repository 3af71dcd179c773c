package io.accession.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What makes a video risky to label (registration-facts section 16): browsers seek by timestamps and labels count frames. None of it makes the
 * video unusable.
 */
final class VideoWarnings {

    static final String AUDIO_LONGER_THAN_VIDEO = "AUDIO_LONGER_THAN_VIDEO";

    private static final Set<String> PLAYABLE_CODECS = Set.of("vp8", "vp9", "av1");
    private static final Set<String> PLAYABLE_H264_PIXELS = Set.of("yuv420p", "yuvj420p");
    /** Timestamps of Matroska have milliseconds. */
    private static final double START_TOLERANCE = 0.0015;
    /** Encoders fill the last frame of sound, and a few frames more. */
    private static final double LENGTH_TOLERANCE = 0.1;

    private VideoWarnings() {}

    static List<String> of(List<TrackReport.Track> videos, List<TrackReport.Track> sounds, VideoFacts facts) {
        var warnings = new ArrayList<String>();
        var video = videos.getFirst();
        if (facts.timing().variable()) {
            warnings.add("VARIABLE_FRAME_RATE");
        }
        if (Math.abs(video.seconds("start_time").orElse(0.0)) > START_TOLERANCE) {
            warnings.add("FIRST_TIMESTAMP_NOT_ZERO");
        }
        if (sounds.stream().anyMatch(sound -> end(sound) > end(video) + LENGTH_TOLERANCE && end(video) > 0)) {
            warnings.add(AUDIO_LONGER_THAN_VIDEO);
        }
        if (!isPlayable(video)) {
            warnings.add("CODEC_NOT_PLAYABLE_IN_BROWSERS");
        }
        if (videos.size() > 1) {
            warnings.add("SEVERAL_VIDEO_STREAMS");
        }
        if (!framesFillTheDuration(facts)) {
            warnings.add("FRAME_COUNT_MISMATCH");
        }
        return warnings;
    }

    private static boolean isPlayable(TrackReport.Track video) {
        var codec = video.text("codec_name").orElse("");
        boolean plainH264 = codec.equals("h264")
                && video.text("pix_fmt").filter(PLAYABLE_H264_PIXELS::contains).isPresent();
        return plainH264 || PLAYABLE_CODECS.contains(codec);
    }

    private static boolean framesFillTheDuration(VideoFacts facts) {
        var count = facts.frameCount();
        if (count == null || facts.timing().variable()) {
            return true;
        }
        double expected = facts.duration() * facts.timing().rate().perSecond();
        return Math.abs(count - expected) <= 1.5;
    }

    private static double end(TrackReport.Track track) {
        return track.seconds("start_time").orElse(0.0) + TrackDuration.of(track).orElse(0.0);
    }
}
