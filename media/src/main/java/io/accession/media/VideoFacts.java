package io.accession.media;

import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectStat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report says of its first video track. */
record VideoFacts(
        int width,
        int height,
        int rotation,
        FrameTiming timing,
        double duration,
        @Nullable Long frameCount) {

    static VideoFacts of(TrackReport report) throws BadMediaException {
        var video = report.tracks("video").getFirst();
        long width = video.number("width").orElse(0L);
        long height = video.number("height").orElse(0L);
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw BadMediaException.damaged("The video track has no size");
        }
        int rotation = rotation(video);
        boolean upright = rotation % 180 == 0;
        var timing =
                FrameTiming.of(video).orElseThrow(() -> BadMediaException.damaged("The video track has no frame rate"));
        return new VideoFacts(
                (int) (upright ? width : height),
                (int) (upright ? height : width),
                rotation,
                timing,
                TrackDuration.of(video).orElse(report.formatDuration()),
                frames(video).orElse(null));
    }

    MediaFacts.Video facts(TrackReport report, ContentType type, ObjectStat stat) {
        var videos = report.tracks("video");
        var sounds = report.tracks("audio");
        var video = videos.getFirst();
        var track = new MediaFacts.VideoTrack(
                timing.rate(),
                frameCount,
                timing.variable(),
                video.text("codec_name").orElse("unknown"),
                video.text("pix_fmt").orElse(null),
                rotation,
                !sounds.isEmpty(),
                List.copyOf(VideoWarnings.of(videos, sounds, this)));
        return new MediaFacts.Video(
                type.mimeType(), stat.bytes(), width, height, timing.rate().perSecond(), duration, track);
    }

    /** What the container says; else what was counted. */
    private static Optional<Long> frames(TrackReport.Track video) {
        return video.number("nb_frames")
                .or(() -> video.number("nb_read_packets"))
                .filter(count -> count > 0);
    }

    /** FFmpeg turns anticlockwise; we clockwise, in quarters. */
    private static int rotation(TrackReport.Track video) {
        for (int i = 0; i < 8; i++) {
            var degrees = video.number("side_data_list.side_data." + i + ".rotation");
            if (degrees.isPresent()) {
                return Math.floorMod(Math.round(-degrees.get() / 90f) * 90, 360);
            }
        }
        return 0;
    }
}
