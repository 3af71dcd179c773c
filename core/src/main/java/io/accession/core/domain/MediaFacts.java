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

    /** Stable codes of what makes the object risky to label (registration-facts section 16), such as {@code VARIABLE_FRAME_RATE}. */
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
}
