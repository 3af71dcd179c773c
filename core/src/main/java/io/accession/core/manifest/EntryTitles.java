package io.accession.core.manifest;

import io.accession.core.domain.ItemKind;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What items are called (registration-facts sections 6, 7 and 18.6). A title that was given is used. Else the name is the object's path
 * with its leading slash: without bucket or container, percent-decoded, without query. A composite is named after its first object: an
 * image group or sequence by that object's path, a DICOM series by its description or else by its first file's name alone.
 *
 * <p>Names have at most 300 characters. Of a longer title the beginning is kept, of a longer path the end, where the file's name is; an
 * ellipsis stands for the rest.
 */
public final class EntryTitles {

    private static final int CHARACTERS = 300;

    private EntryTitles() {}

    /** The name of the item that an entry asks for. {@code first} is where its first object lies, asked only without a title. */
    public static String title(ManifestEntry entry, Supplier<ObjectLocation> first) {
        if (entry.title() != null) {
            return beginning(entry.title());
        }
        if (entry.given() != null) {
            return beginning(String.valueOf(entry.objects().getFirst().title()));
        }
        String path = path(first.get());
        return ending(entry.kind() == ItemKind.DICOM_SERIES ? fileName(path) : path);
    }

    /** The name of a DICOM series, whose description is known only when its files were looked at. */
    public static String title(ManifestEntry entry, Optional<String> description, Supplier<ObjectLocation> first) {
        return entry.title() == null && description.isPresent() ? beginning(description.get()) : title(entry, first);
    }

    /** The name of one member of a composite. */
    public static String title(ObjectReference member, Supplier<ObjectLocation> location) {
        return member.title() != null ? beginning(member.title()) : ending(path(location.get()));
    }

    /**
     * The last segment of a URL's path, by the URL's text alone; null when it has none. What an object is called that a CSV manifest gives no
     * title (registration-facts section 18.7).
     */
    static @Nullable String fileNameOf(String url) {
        boolean isWeb = url.regionMatches(true, 0, "http", 0, 4) && url.contains("://");
        int fragment = url.indexOf('#');
        String path = isWeb ? webPath(fragment < 0 ? url : url.substring(0, fragment)) : url;
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? null : ending(name);
    }

    private static String path(ObjectLocation location) {
        String key = location.provider() == Provider.WEB ? webPath(location.key()) : location.key();
        return key.startsWith("/") ? key : "/" + key;
    }

    private static String webPath(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return decoded(path);
    }

    /** The path as it is when its escapes do not stand for readable text. */
    private static String decoded(String path) {
        try {
            var text = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return text.chars().anyMatch(EntryTitles::isUnreadable) ? path : text;
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static boolean isUnreadable(int character) {
        return character == '\uFFFD' || Character.isISOControl(character);
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? path : name;
    }

    private static String beginning(String name) {
        return fits(name) ? name : name.substring(0, name.offsetByCodePoints(0, CHARACTERS - 1)) + "…";
    }

    private static String ending(String name) {
        return fits(name) ? name : "…" + name.substring(name.offsetByCodePoints(name.length(), 1 - CHARACTERS));
    }

    private static boolean fits(String name) {
        return name.length() <= CHARACTERS || name.codePointCount(0, name.length()) <= CHARACTERS;
    }
}
