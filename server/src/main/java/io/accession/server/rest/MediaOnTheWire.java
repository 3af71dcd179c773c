package io.accession.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.api.MediaDescription;
import io.accession.core.domain.MediaFacts;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Media facts as answers show them. */
final class MediaOnTheWire {

    private MediaOnTheWire() {}

    static @Nullable MediaDescription shown(@Nullable MediaFacts facts) {
        return switch (facts) {
            case null -> null;
            case MediaFacts.Image(String mimeType, long bytes, int width, int height, int orientation) ->
                new MediaDescription.Image(mimeType, bytes, width, height, orientation);
            case MediaFacts.Video video -> video(video);
            case MediaFacts.Audio audio ->
                new MediaDescription.Audio(
                        audio.mimeType(),
                        audio.bytes(),
                        audio.durationSeconds(),
                        audio.sampleRate(),
                        audio.bitDepth(),
                        audio.codec(),
                        audio.channels());
            case MediaFacts.Pdf(String mimeType, long bytes, int pages) ->
                new MediaDescription.Pdf(mimeType, bytes, pages);
            case MediaFacts.Text text -> new MediaDescription.Text(text.mimeType(), text.bytes(), text.charset());
            case MediaFacts.Dicom dicom -> dicom(dicom);
            case MediaFacts.DicomSeries series ->
                new MediaDescription.DicomSeries(
                        series.mimeType(),
                        series.bytes(),
                        series.files(),
                        series.frames(),
                        series.studyUid(),
                        series.seriesUid(),
                        series.modality(),
                        series.rows(),
                        series.columns(),
                        series.windowCenter(),
                        series.windowWidth());
            case MediaFacts.Nifti nifti ->
                new MediaDescription.Nifti(
                        nifti.mimeType(),
                        nifti.bytes(),
                        nifti.version(),
                        nifti.dimensions(),
                        nifti.voxelSizes(),
                        nifti.spaceUnit(),
                        nifti.timeUnit(),
                        nifti.dataType());
        };
    }

    private static MediaDescription video(MediaFacts.Video video) {
        var track = video.track();
        return new MediaDescription.Video(
                video.mimeType(),
                video.bytes(),
                video.width(),
                video.height(),
                video.framesPerSecond(),
                video.durationSeconds(),
                track == null ? null : track.frameRate().toString(),
                track == null ? null : track.frameCount(),
                track == null ? null : track.variableFrameRate(),
                track == null ? null : track.codec(),
                track == null ? null : track.pixelFormat(),
                track == null ? null : track.rotation(),
                track == null ? null : track.hasAudio());
    }

    private static MediaDescription dicom(MediaFacts.Dicom dicom) {
        try {
            return new MediaDescription.Dicom(
                    dicom.mimeType(), dicom.bytes(), Json.strict().readTree(dicom.tagsJson()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
