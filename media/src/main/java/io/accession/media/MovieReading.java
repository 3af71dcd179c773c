package io.accession.media;

/** What came of reading the headers of an MP4 or QuickTime file. */
sealed interface MovieReading {

    /** Told in the words of ffprobe, so that one set of rules makes facts of both. */
    record Understood(TrackReport report) implements MovieReading {}

    /** The headers are damaged, or hold something that only a demuxer tells for certain: ffprobe is asked. */
    record Unsure(String reason) implements MovieReading {}
}
