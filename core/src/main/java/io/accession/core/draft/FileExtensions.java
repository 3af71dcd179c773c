package io.accession.core.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which type of entry an object is by the end of its name. */
public final class FileExtensions {

    private static final Map<String, DraftType> TYPES = types();

    private FileExtensions() {}

    private static Map<String, DraftType> types() {
        var types = new HashMap<String, DraftType>();
        add(types, DraftType.IMAGES, "jpg jpeg jpe jfif png webp gif bmp tif tiff avif heic heif");
        add(types, DraftType.VIDEOS, "mp4 m4v mov webm mkv avi mpg mpeg mts m2ts ts wmv flv ogv 3gp");
        add(types, DraftType.AUDIO, "mp3 wav flac m4a aac ogg oga opus aif aiff wma eac3 ac3");
        add(types, DraftType.PDFS, "pdf");
        add(types, DraftType.TEXT, "txt html htm md xml json csv tsv log yaml yml jsonl ndjson");
        add(types, DraftType.DICOM_SERIES, "dcm dicom ima");
        add(types, DraftType.NIFTI, "nii nii.gz");
        return Map.copyOf(types);
    }

    private static void add(Map<String, DraftType> types, DraftType type, String extensions) {
        for (String extension : extensions.split(" ", -1)) {
            types.put(extension, type);
        }
    }

    public static Optional<DraftType> find(String fileName) {
        return Optional.ofNullable(TYPES.get(of(fileName)));
    }

    /** In lower case, without its dot; empty where there is none. */
    static String of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot <= 0) {
            return "";
        }
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.equals("gz") && fileName.toLowerCase(Locale.ROOT).endsWith(".nii.gz") ? "nii.gz" : extension;
    }

    /** DICOM files are often named by a number, an identifier of dots and digits, or nothing but letters. */
    static boolean mayBeDicom(String fileName) {
        return !fileName.equalsIgnoreCase("DICOMDIR") && of(fileName).chars().noneMatch(Character::isLetter);
    }
}
