package io.accession.wire.authentication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a header that is a dictionary (RFC 8941), each with the text of its value as it was sent. Only as much of the grammar as
 * tells where a member ends.
 */
final class StructuredDictionary {

    private final Map<String, String> members;

    private StructuredDictionary(Map<String, String> members) {
        this.members = members;
    }

    /** Empty when the text is no dictionary, or names a member twice. */
    static Optional<StructuredDictionary> parse(String text) {
        var members = new LinkedHashMap<String, String>();
        int from = 0;
        while (from < text.length()) {
            int end = endOfMember(text, from);
            var member = text.substring(from, end).strip();
            int equals = member.indexOf('=');
            if (equals <= 0 || members.put(member.substring(0, equals), member.substring(equals + 1)) != null) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(new StructuredDictionary(members));
    }

    /** Commas inside strings and inner lists end nothing. */
    private static int endOfMember(String text, int from) {
        boolean quoted = false;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    Optional<String> find(String label) {
        return Optional.ofNullable(members.get(label));
    }
}
