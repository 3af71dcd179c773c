package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects that one entry names, in any of its three forms: {@code objectUrl}, {@code objectUrl_N}, or a list of members. */
final class EntryObjects {

    static final String NUMBERED_PREFIX = "objectUrl_";

    private static final FailureCode INVALID = FailureCode.ENTRY_INVALID;

    private record Numbered(int number, ObjectReference object) {}

    private final EntryType type;
    private final EntryValues values;
    private final int urlBytes;
    private final List<Numbered> numbered = new ArrayList<>(0);
    private final List<ObjectReference> members = new ArrayList<>(0);
    private boolean urlFaulted;
    private boolean membersGiven;
    private @Nullable String membersMissing;

    EntryObjects(EntryType type, EntryValues values, int urlBytes) {
        this.type = type;
        this.values = values;
        this.urlBytes = urlBytes;
    }

    void readSingle() throws IOException {
        var url = readUrl("objectUrl");
        if (url != null) {
            members.add(new ObjectReference(url, null, null));
        }
    }

    void readNumbered(String key) throws IOException {
        int number = number(key);
        if (number < 0) {
            values.scanner().skipValue();
            urlFaulted = true;
            values.fault(INVALID, "'" + Wording.shortened(key) + "' must end in a number, as in objectUrl_0.");
            return;
        }
        var url = readUrl(key);
        if (url != null) {
            numbered.add(new Numbered(number, new ObjectReference(url, null, null)));
        }
    }

    private static int number(String key) {
        int number = 0;
        for (int i = NUMBERED_PREFIX.length(); i < key.length(); i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Integer.MAX_VALUE - 9) / 10) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return key.length() == NUMBERED_PREFIX.length() ? -1 : number;
    }

    void readMembers() throws IOException {
        String key = Objects.requireNonNull(type.membersKey());
        if (values.skipNull() || !values.begins('[', INVALID, key, "must be a list")) {
            return;
        }
        membersGiven = true;
        var scanner = values.scanner();
        scanner.enter();
        int index = 0;
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            readMember(key + "[" + index++ + "]");
        }
    }

    private void readMember(String path) throws IOException {
        if (!values.begins('{', INVALID, path, "must be an object with a url")) {
            urlFaulted = true;
            return;
        }
        String block = Objects.requireNonNull(type.block());
        String url = null;
        String title = null;
        MediaBlock.Supplied supplied = null;
        boolean faultedBefore = urlFaulted;
        urlFaulted = false;
        var seen = new SeenKeys();
        var scanner = values.scanner();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            String key = values.key();
            if (!seen.add(key)) {
                scanner.skipValue();
                values.fault(INVALID, path + "." + Wording.shortened(key) + " is given twice. Keep one.");
            } else if (key.equals("url")) {
                url = readUrl(path + ".url");
            } else if (key.equals("title")) {
                title = values.skipNull() ? null : values.text(INVALID, path + ".title");
            } else if (key.equalsIgnoreCase(block)) {
                supplied = values.skipNull()
                        ? supplied
                        : MediaBlock.read(values, type.kind().memberKind(), block, path + "." + block);
            } else {
                values.skipUnknown(type.membersKey() + "." + key);
            }
        }
        addMember(path, url, title, supplied == null ? MediaBlock.Supplied.missing(path + "." + block) : supplied);
        urlFaulted |= faultedBefore;
    }

    private void addMember(String path, @Nullable String url, @Nullable String title, MediaBlock.Supplied supplied) {
        if (membersMissing == null) {
            membersMissing = supplied.missing();
        }
        if (url != null) {
            members.add(new ObjectReference(url, title == null || title.isBlank() ? null : title, supplied.facts()));
        } else if (!urlFaulted) {
            values.fault(FailureCode.URL_MISSING, path + ".url is missing.");
        }
    }

    /** Null when absent or after a fault. URLs may be signed, so that messages never show them. */
    private @Nullable String readUrl(String field) throws IOException {
        if (values.skipNull()) {
            return null;
        }
        if (values.scanner().peek() != '"') {
            urlFaulted = true;
            values.faultOfValue(INVALID, field, "must be a string");
            return null;
        }
        var url = values.storableText(FailureCode.URL_INVALID, field);
        if (url == null) {
            urlFaulted = true;
        } else if (url.isBlank()) {
            return faultOfUrl(FailureCode.URL_MISSING, field + " is empty.");
        } else if (isTooLong(url)) {
            return faultOfUrl(
                    FailureCode.URL_TOO_LONG,
                    field + " is longer than " + Wording.bytes(urlBytes) + ", the most that a URL may have.");
        }
        return url;
    }

    private boolean isTooLong(String url) {
        return url.length() > urlBytes / 3 && url.getBytes(StandardCharsets.UTF_8).length > urlBytes;
    }

    private @Nullable String faultOfUrl(FailureCode code, String sentence) {
        urlFaulted = true;
        values.fault(code, sentence);
        return null;
    }

    /** When all keys have been read: whether the entry names objects, and all of them. */
    void conclude() {
        if (membersGiven && !numbered.isEmpty()) {
            values.fault(
                    INVALID, "The entry has both " + type.membersKey() + " and objectUrl_0, objectUrl_1, …. Keep one.");
        } else if (!urlFaulted && members.isEmpty() && numbered.isEmpty()) {
            values.fault(FailureCode.URL_MISSING, missingUrl());
        } else if (!urlFaulted) {
            checkNumbers();
        }
    }

    private String missingUrl() {
        if (!type.kind().isComposite()) {
            return "objectUrl is missing.";
        }
        return membersGiven ? type.membersKey() + " is empty." : "objectUrl_0 is missing.";
    }

    private void checkNumbers() {
        if (!isInOrder()) {
            numbered.sort(Comparator.comparingInt(Numbered::number));
        }
        for (int i = 0; i < numbered.size(); i++) {
            int number = numbered.get(i).number();
            if (number < i) {
                values.fault(INVALID, NUMBERED_PREFIX + number + " is given twice. Keep one.");
                return;
            }
            if (number > i) {
                values.fault(
                        INVALID,
                        NUMBERED_PREFIX + i + " is missing, but " + NUMBERED_PREFIX + number
                                + " is there. Number the objects from 0 without gaps.");
                return;
            }
        }
    }

    private boolean isInOrder() {
        for (int i = 0; i < numbered.size(); i++) {
            if (numbered.get(i).number() != i) {
                return false;
            }
        }
        return true;
    }

    List<ObjectReference> references(MediaBlock.@Nullable Supplied supplied) {
        if (!numbered.isEmpty()) {
            return numbered.stream().map(Numbered::object).toList();
        }
        if (supplied == null || members.isEmpty()) {
            return members;
        }
        return List.of(new ObjectReference(members.getFirst().url(), null, supplied.facts()));
    }

    /** What a strict client-only integration would miss. */
    @Nullable
    String missing(MediaBlock.@Nullable Supplied supplied) {
        String block = type.block();
        if (block == null) {
            return "media metadata, for which NIfTI entries have no key";
        }
        if (!type.kind().isComposite()) {
            return supplied == null ? block : supplied.missing();
        }
        return numbered.isEmpty()
                ? membersMissing
                : block + " of each object, which only the key " + type.membersKey() + " can bring";
    }
}
