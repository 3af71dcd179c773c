package io.accession.wire;

import io.accession.core.dicom.DicomTag;
import io.accession.core.dicom.DicomTags;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.MediaFacts;
import io.accession.core.hosted.HostedStorage;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.registry.SignedUrls;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items as the protocol writes them: every key, null or not. For one call: integrations are looked up once each, and only to sign URLs. */
final class ItemsOnTheWire {

    /** The client refuses a whole page for a location that it does not know. */
    private static final String ELSEWHERE = "directAccess";

    private final Integrations integrations;
    private final SignedUrls signedUrls;
    private final String server;
    private final boolean signs;
    private final Map<IntegrationId, Optional<StorageIntegration>> known = new HashMap<>();

    /** {@code server} is where the caller finds us, {@code signs} whether URLs are wanted that it can fetch. */
    ItemsOnTheWire(Integrations integrations, SignedUrls signedUrls, String server, boolean signs) {
        this.integrations = integrations;
        this.signedUrls = signedUrls;
        this.server = server;
        this.signs = signs;
    }

    List<Map<String, @Nullable Object>> shown(List<RegisteredItem> items) {
        return items.stream().map(this::shown).toList();
    }

    Map<String, @Nullable Object> shown(RegisteredItem registered) {
        var item = registered.item();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("uuid", item.id().value());
        shown.put("parent", item.folder().value());
        shown.put("itemType", item.kind().wireName());
        shown.put("name", item.name());
        shown.put("description", "");
        shown.put("clientMetadata", registered.clientMetadata());
        shown.put("owner", registered.creatorEmail());
        shown.put("createdAt", item.createdAt());
        shown.put("lastEditedAt", registered.editedAt());
        shown.put("isTombstone", false);
        shown.put("isPlaceholder", false);
        shown.put("backedDataUnitsCount", registered.dataRows());
        shown.put("storageLocation", location(registered));
        shown.put(
                "integrationHash",
                Optional.ofNullable(registered.integration())
                        .filter(id -> !id.equals(HostedStorage.DIRECTORY))
                        .map(IntegrationId::value)
                        .orElse(null));
        shown.put("url", item.objectUrl());
        shown.put("signedUrl", signs ? signed(registered) : null);
        shown.put("fileSize", item.bytes());
        shown.put("mimeType", item.mimeType());
        addMedia(shown, registered.facts());
        return shown;
    }

    private Optional<StorageIntegration> integration(RegisteredItem item) {
        var id = item.integration();
        return id == null ? Optional.empty() : known.computeIfAbsent(id, integrations::find);
    }

    private @Nullable String signed(RegisteredItem item) {
        return integration(item)
                .flatMap(one -> signedUrls.sign(one, item.item(), server))
                .map(Object::toString)
                .orElse(null);
    }

    private static String location(RegisteredItem item) {
        if (HostedStorage.DIRECTORY.equals(item.integration())) {
            return "encord";
        }
        return switch (item.provider()) {
            case AWS_S3 -> "s3";
            case S3_COMPATIBLE -> "s3Compatible";
            case GOOGLE -> "gcp";
            case AZURE -> "azure";
            case WEB, LOCAL -> ELSEWHERE;
            case null -> ELSEWHERE;
        };
    }

    private static void addMedia(Map<String, @Nullable Object> shown, @Nullable MediaFacts facts) {
        for (var key : List.of(
                "duration",
                "fps",
                "height",
                "width",
                "dicomInstanceUid",
                "dicomStudyUid",
                "dicomSeriesUid",
                "frameCount",
                "audioSampleRate",
                "audioBitDepth",
                "audioCodec",
                "audioNumChannels")) {
            shown.put(key, null);
        }
        switch (facts) {
            case MediaFacts.Image image -> {
                shown.put("width", image.width());
                shown.put("height", image.height());
            }
            case MediaFacts.Video video -> addVideo(shown, video);
            case MediaFacts.Audio audio -> {
                shown.put("duration", audio.durationSeconds());
                shown.put("audioSampleRate", audio.sampleRate());
                shown.put("audioBitDepth", audio.bitDepth());
                shown.put("audioCodec", audio.codec());
                shown.put("audioNumChannels", audio.channels());
            }
            case MediaFacts.Dicom dicom -> addUids(shown, DicomTags.read(dicom.tagsJson()));
            case MediaFacts.DicomSeries series -> {
                shown.put("dicomStudyUid", series.studyUid());
                shown.put("dicomSeriesUid", series.seriesUid());
                shown.put("width", series.columns());
                shown.put("height", series.rows());
                shown.put("frameCount", series.frames());
            }
            case MediaFacts.Pdf _, MediaFacts.Text _, MediaFacts.Nifti _ -> {}
            case null -> {}
        }
    }

    private static void addUids(Map<String, @Nullable Object> shown, DicomTags tags) {
        tags.text(DicomTag.SOP_INSTANCE_UID).ifPresent(uid -> shown.put("dicomInstanceUid", uid));
        tags.text(DicomTag.STUDY_INSTANCE_UID).ifPresent(uid -> shown.put("dicomStudyUid", uid));
        tags.text(DicomTag.SERIES_INSTANCE_UID).ifPresent(uid -> shown.put("dicomSeriesUid", uid));
    }

    private static void addVideo(Map<String, @Nullable Object> shown, MediaFacts.Video video) {
        var track = video.track();
        shown.put("duration", video.durationSeconds());
        shown.put("fps", video.framesPerSecond());
        shown.put("width", video.width());
        shown.put("height", video.height());
        shown.put("frameCount", track == null ? null : track.frameCount());
    }
}
