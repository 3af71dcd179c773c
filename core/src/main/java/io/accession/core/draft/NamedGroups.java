package io.accession.core.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of an expression's groups, taken out of it, because Java's own may hold letters and digits only. What remains of a named group
 * is a plain one.
 *
 * @param numbers of the groups by name, in the order of the expression
 */
record NamedGroups(String expression, Map<String, Integer> numbers) {

    static NamedGroups of(String given) {
        return new Reading(given).read();
    }

    private static final class Reading {

        private final String given;
        private final StringBuilder plain = new StringBuilder();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private int at;
        private int groups;
        private int classes;

        Reading(String given) {
            this.given = given;
        }

        NamedGroups read() {
            while (at < given.length()) {
                char c = given.charAt(at);
                if (c == '\\') {
                    copyEscape();
                } else if (c == '(' && classes == 0) {
                    open();
                } else {
                    classes += c == '[' ? 1 : c == ']' && classes > 0 ? -1 : 0;
                    copy(1);
                }
            }
            return new NamedGroups(plain.toString(), numbers);
        }

        /** {@code \Q…\E} is literal; {@code \k<name>} refers to a group. */
        private void copyEscape() {
            if (given.startsWith("\\Q", at)) {
                int end = given.indexOf("\\E", at);
                copy(end < 0 ? given.length() - at : end + 2 - at);
                return;
            }
            int close = given.indexOf('>', at);
            var number = given.startsWith("\\k<", at) && close > 0 ? numbers.get(given.substring(at + 3, close)) : null;
            if (number == null) {
                copy(Math.min(2, given.length() - at));
            } else {
                plain.append("(?:\\").append(number).append(')');
                at = close + 1;
            }
        }

        private void open() {
            int name = given.startsWith("(?P<", at) ? at + 4 : given.startsWith("(?<", at) ? at + 3 : -1;
            int close = given.indexOf('>', at);
            if (name > 0 && close > name && isName(given.substring(name, close))) {
                numbers.putIfAbsent(given.substring(name, close), ++groups);
                plain.append('(');
                at = close + 1;
                return;
            }
            groups += given.startsWith("(?", at) ? 0 : 1;
            copy(1);
        }

        private static boolean isName(String text) {
            return text.matches("[A-Za-z_][A-Za-z0-9_]*");
        }

        private void copy(int characters) {
            plain.append(given, at, at + characters);
            at += characters;
        }
    }
}
