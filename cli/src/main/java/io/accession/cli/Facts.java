package io.accession.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and values of one thing, a line each. Those without value are left out. */
final class Facts {

    private record Fact(String name, String value) {}

    private final List<Fact> facts = new ArrayList<>();

    Facts add(String name, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            facts.add(new Fact(name, String.format(Locale.ROOT, "%,d", ((Number) value).longValue())));
        } else if (value instanceof Boolean flag) {
            facts.add(new Fact(name, flag ? "yes" : "no"));
        } else if (value != null) {
            facts.add(new Fact(name, Terminals.printable(value.toString())));
        }
        return this;
    }

    /** Left out when it is 0. */
    Facts addCount(String name, long count) {
        return count == 0 ? this : add(name, count);
    }

    String text() {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        var text = new StringBuilder();
        for (var fact : facts) {
            text.append(fact.name()).repeat(' ', width - fact.name().length() + 2);
            text.append(fact.value()).append('\n');
        }
        return text.toString();
    }
}
