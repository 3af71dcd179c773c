package io.accession.server.demo;

import io.accession.api.Item;
import io.accession.api.MediaDescription;
import io.accession.cli.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items as aligned columns. */
final class CatalogueTable {

    private static final Table<Item> COLUMNS = Table.<Item>empty()
            .text("NAME", Item::title)
            .text("KIND", Item::kind)
            .number("BYTES", item -> item.media() == null ? null : item.media().bytes())
            .text("PIXELS", item -> pixels(item.media()))
            .text("LENGTH", item -> length(item.media()))
            .text("MORE", CatalogueTable::more);

    private CatalogueTable() {}

    static void print(List<Item> items, PrintStream out) {
        COLUMNS.print(items.iterator(), out);
    }

    private static @Nullable String pixels(@Nullable MediaDescription media) {
        return switch (media) {
            case MediaDescription.Image image -> image.width() + " x " + image.height();
            case MediaDescription.Video video -> video.width() + " x " + video.height();
            case MediaDescription.DicomSeries series -> series.columns() + " x " + series.rows();
            case MediaDescription.Nifti nifti ->
                nifti.dimensions().stream().map(String::valueOf).collect(Collectors.joining(" x "));
            case null -> null;
            case MediaDescription.Audio _, MediaDescription.Pdf _, MediaDescription.Text _, MediaDescription.Dicom _ ->
                null;
        };
    }

    private static @Nullable String length(@Nullable MediaDescription media) {
        return switch (media) {
            case MediaDescription.Video video -> seconds(video.durationSeconds());
            case MediaDescription.Audio audio -> seconds(audio.durationSeconds());
            case null -> null;
            case MediaDescription.Image _,
                    MediaDescription.Pdf _,
                    MediaDescription.Text _,
                    MediaDescription.Dicom _,
                    MediaDescription.DicomSeries _,
                    MediaDescription.Nifti _ -> null;
        };
    }

    private static @Nullable String more(Item item) {
        return switch (item.media()) {
            case MediaDescription.Image image -> image.mimeType();
            case MediaDescription.Video video -> video(video);
            case MediaDescription.Audio audio ->
                String.format(Locale.ROOT, "%s, %,d Hz", audio.codec(), audio.sampleRate());
            case MediaDescription.Pdf pdf -> pdf.pages() == 1 ? "1 page" : pdf.pages() + " pages";
            case MediaDescription.Text text ->
                text.charset() == null ? text.mimeType() : text.mimeType() + ", " + text.charset();
            case MediaDescription.Dicom dicom -> dicom.mimeType();
            case MediaDescription.DicomSeries series -> series.modality() + ", " + series.files() + " files";
            case MediaDescription.Nifti nifti -> nifti.dataType();
            case null -> item.members().isEmpty() ? null : item.members().size() + " images";
        };
    }

    private static String video(MediaDescription.Video video) {
        var facts = new ArrayList<String>();
        if (video.codec() != null) {
            facts.add(video.codec());
        }
        facts.add(String.format(Locale.ROOT, "%.4g frames/s", video.framesPerSecond())
                .replaceFirst("\\.?0+ ", " "));
        return String.join(", ", facts);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
