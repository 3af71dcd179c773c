package io.accession.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be asked of a field. */
enum Operator {
    EQUALS,
    IN,
    RANGE,
    PREFIX,
    WORDS,
    EXISTS,
    BOX,
    NEAR;

    /** By which of them it is known. */
    private List<String> properties() {
        return switch (this) {
            case EQUALS -> List.of("equals");
            case IN -> List.of("in");
            case RANGE -> List.of("atLeast", "above", "atMost", "below");
            case PREFIX -> List.of("prefix");
            case WORDS -> List.of("words");
            case EXISTS -> List.of("exists");
            case BOX -> List.of("box");
            case NEAR -> List.of("near");
        };
    }

    boolean isOf(ValueKind kind) {
        return switch (this) {
            case EQUALS, IN -> kind.isComparable();
            case RANGE -> kind.isScale();
            case PREFIX -> kind.hasPrefixes();
            case WORDS -> kind.hasWords();
            case EXISTS -> true;
            case BOX, NEAR -> kind == ValueKind.GEOSPATIAL;
        };
    }

    static Optional<Operator> find(String property) {
        return Arrays.stream(values())
                .filter(operator -> operator.properties().contains(property))
                .findFirst();
    }

    static Set<String> allProperties() {
        var all = new TreeSet<String>();
        Arrays.stream(values()).forEach(operator -> all.addAll(operator.properties()));
        return all;
    }

    static Set<String> propertiesOf(ValueKind kind) {
        var all = new TreeSet<String>();
        Arrays.stream(values())
                .filter(operator -> operator.isOf(kind))
                .forEach(operator -> all.addAll(operator.properties()));
        return all;
    }
}
