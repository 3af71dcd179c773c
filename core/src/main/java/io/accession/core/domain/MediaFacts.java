package io.accession.core.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object: supplied with its entry, or probed. MIME types are kept as given; supplied ones are free text
 * ({@code image/jpg} occurs). Bytes are the object's size, widths and heights are pixels as displayed (orientation and rotation applied),
 * durations are seconds.
 */
public sealed interface MediaFacts {

    String mimeType();

    long bytes();

    /** Stable codes of what makes the object risky to label (registration-facts sections 10 and 16), such as {@code VARIABLE_FRAME_RATE}. */
    default List<String> warnings() {
        return List.of();
    }

    /** {@code orientation} is the EXIF orientation 1–8 that the stored pixels are shown with; 1 when unknown. */
    record Image(String mimeType, long bytes, int width, int height, int orientation) implements MediaFacts {
        public Image(String mimeType, long bytes, int width, int height) {
            this(mimeType, bytes, width, height, 1);
        }
    }

    /** Supplied video metadata knows the frame rate as a decimal only and leaves the rest out. */
    record Video(
            String mimeType,
            long bytes,
            int width,
            int height,
            double framesPerSecond,
            double durationSeconds,
            @Nullable VideoTrack track)
            implements MediaFacts {
        @Override
        public List<String> warnings() {
            return track == null ? List.of() : track.warnings();
        }
    }

    /** What only probing finds. {@code rotation} is in degrees clockwise: 0, 90, 180 or 270. */
    record VideoTrack(
            FrameRate frameRate,
            @Nullable Long frameCount,
            boolean variableFrameRate,
            String codec,
            @Nullable String pixelFormat,
            int rotation,
            boolean hasAudio,
            List<String> warnings) {
        public VideoTrack {
            warnings = List.copyOf(warnings);
        }
    }

    /** Hertz, bits per sample (0 when the codec has none), channels. */
    record Audio(
            String mimeType,
            long bytes,
            double durationSeconds,
            int sampleRate,
            int bitDepth,
            String codec,
            int channels)
            implements MediaFacts {}

    record Pdf(String mimeType, long bytes, int pages) implements MediaFacts {}

    /** {@code charset} is an IANA name, found by probing only; null when nobody looked or it could not be told. */
    record Text(String mimeType, long bytes, @Nullable String charset) implements MediaFacts {
        public Text(String mimeType, long bytes) {
            this(mimeType, bytes, null);
        }
    }

    /** DICOM tags as DICOM JSON, kept as given (registration-facts section 4.3). */
    record Dicom(String mimeType, long bytes, String tagsJson) implements MediaFacts {}

    /**
     * What the files of a series say together. {@code bytes} is their sum; UIDs, modality, rows and columns are the first file's,
     * {@code frames} counts those of all files. Window centre and width span the windows of all files and are null where there is none.
     */
    record DicomSeries(
            String mimeType,
            long bytes,
            int files,
            long frames,
            String studyUid,
            String seriesUid,
            @Nullable String modality,
            int rows,
            int columns,
            @Nullable Double windowCenter,
            @Nullable Double windowWidth,
            List<String> warnings)
            implements MediaFacts {
        public DicomSeries {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A header of version 1 or 2. {@code dimensions} are voxels along x, y, z, time and up to three more axes, {@code voxelSizes} the steps
     * along the same axes in {@code spaceUnit} ({@code m}, {@code mm}, {@code µm}) for the first three and {@code timeUnit} for the fourth;
     * units are null when the header leaves them open. {@code dataType} is that of one voxel, such as {@code int16}.
     */
    record Nifti(
            String mimeType,
            long bytes,
            int version,
            List<Long> dimensions,
            List<Double> voxelSizes,
            @Nullable String spaceUnit,
            @Nullable String timeUnit,
            String dataType)
            implements MediaFacts {
        public Nifti {
            dimensions = List.copyOf(dimensions);
            voxelSizes = List.copyOf(voxelSizes);
        }
    }
}
