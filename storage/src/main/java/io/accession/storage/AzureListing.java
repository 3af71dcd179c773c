package io.accession.storage;

import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.net.ProtocolException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists a container (Azure Storage REST API, "List Blobs"). Azure goes on from markers of its own, not from keys: those of the pages that were
 * handed out are remembered, so that going on from there is one request. From any other key on, the listing is read from its
 * start up to that key. Safe for use by many threads.
 */
final class AzureListing {

    private static final int PAGE = 1_000;
    private static final int MOST_REMEMBERED = 10_000;

    private record Place(String container, String prefix, String after) {}

    private record Answered(List<ObjectPage.Listed> objects, String marker) {}

    private final AzureClient client;
    private final Map<Place, String> markers = new ConcurrentHashMap<>();

    AzureListing(AzureClient client) {
        this.client = client;
    }

    ObjectPage page(String container, String prefix, String after) throws ObjectUnavailableException {
        var remembered = markers.get(new Place(container, prefix, after));
        String marker = remembered == null ? "" : remembered;
        while (true) {
            var answered = ask(container, prefix, marker);
            var wanted = answered.objects().stream()
                    .filter(object -> remembered != null || after.isEmpty() || isAfter(object.key(), after))
                    .toList();
            if (!wanted.isEmpty() || answered.marker().isEmpty()) {
                return page(container, prefix, wanted, answered.marker());
            }
            marker = answered.marker();
        }
    }

    private ObjectPage page(String container, String prefix, List<ObjectPage.Listed> objects, String marker) {
        if (marker.isEmpty() || objects.isEmpty()) {
            return new ObjectPage(objects, null);
        }
        var last = objects.getLast().key();
        if (markers.size() >= MOST_REMEMBERED) {
            markers.clear();
        }
        markers.put(new Place(container, prefix, last), marker);
        return new ObjectPage(objects, last);
    }

    private Answered ask(String container, String prefix, String marker) throws ObjectUnavailableException {
        var request = new AzureRequest("GET", client.endpoint().containerPath(container))
                .query("restype", "container")
                .query("comp", "list")
                .query("prefix", prefix)
                .query("marker", marker)
                .query("maxresults", Integer.toString(PAGE));
        return client.call(request, container, answer -> answered(XmlText.parse(answer.body())));
    }

    private static Answered answered(XmlText listing) throws ProtocolException {
        var blobs = listing.find("Blobs");
        if (blobs == null) {
            throw new ProtocolException("Its listing lists nothing.");
        }
        var objects = new ArrayList<ObjectPage.Listed>();
        for (var blob : blobs.children()) {
            var properties = blob.find("Properties");
            boolean directory =
                    properties != null && properties.text("ResourceType").equals("directory");
            if (blob.name().equals("Blob") && properties != null && !directory) {
                objects.add(new ObjectPage.Listed(key(blob), stat(properties)));
            }
        }
        return new Answered(List.copyOf(objects), listing.text("NextMarker"));
    }

    private static String key(XmlText blob) {
        var name = blob.find("Name");
        var text = name == null ? "" : name.text();
        // Names with characters that XML cannot hold come percent-encoded.
        return name != null && name.encoded()
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : text;
    }

    private static ObjectStat stat(XmlText properties) {
        var length = properties.text("Content-Length");
        return new ObjectStat(
                length.matches("\\d{1,18}") ? Long.parseLong(length) : -1,
                quoted(properties.text("Etag")),
                WebHeaders.instant(properties.text("Last-Modified")),
                properties.text("Content-Type"));
    }

    /** As the header of an object has it. */
    private static @Nullable String quoted(String etag) {
        if (etag.isEmpty()) {
            return null;
        }
        return etag.startsWith("\"") ? etag : "\"" + etag + "\"";
    }

    private static boolean isAfter(String key, String other) {
        return Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)) > 0;
    }
}
