package io.accession.core.draft;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that is searched in the keys of objects, written as Java's or Python's: {@code (?<name>…)} or {@code (?P<name>…)},
 * with underscores in names. Matching looks at a bounded number of characters, so that no expression takes for ever. Safe to share between
 * threads.
 */
public final class KeyPattern {

    private static final int LONGEST = 4_000;

    private final String option;
    private final Pattern pattern;
    private final Map<String, Integer> names;
    private final int groups;

    private KeyPattern(String option, Pattern pattern, Map<String, Integer> names) {
        this.option = option;
        this.pattern = pattern;
        this.names = names;
        this.groups = pattern.matcher("").groupCount();
    }

    /**
     * {@code option} is what messages call it.
     *
     * @throws RegistryException with {@code Invalid} when it is not a regular expression
     */
    public static KeyPattern of(String option, String expression) {
        if (expression.length() > LONGEST) {
            throw invalid(option, "An expression has at most " + LONGEST + " characters.");
        }
        var named = NamedGroups.of(expression);
        try {
            return new KeyPattern(option, Pattern.compile(named.expression()), named.numbers());
        } catch (PatternSyntaxException e) {
            throw invalid(
                    option,
                    "This is no regular expression: " + e.getDescription() + ", near character " + (e.getIndex() + 1)
                            + ".");
        }
    }

    /** Itself, where it has a group that says what belongs together. */
    public KeyPattern grouping() {
        if (groups == 0) {
            throw invalid(
                    option, "The expression needs a group in parentheses: what it matches is what belongs together.");
        }
        return this;
    }

    /** Itself, where it has groups with names. */
    public KeyPattern naming() {
        if (names.isEmpty()) {
            throw invalid(option, "The expression needs groups with names, such as (?<camera>[^/]+).");
        }
        return this;
    }

    /** The names of its groups. */
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    /** What the group named {@code group} matched, or else the first one. Empty where the key does not match. */
    Optional<String> group(String key) {
        var matcher = matcher(key);
        if (!found(matcher, key)) {
            return Optional.empty();
        }
        String text = matcher.group(names.getOrDefault("group", 1));
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What the named groups matched, without those that did not take part. Empty where the key does not match. */
    Map<String, String> values(String key) {
        var matcher = matcher(key);
        if (!found(matcher, key)) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, String>();
        names.forEach((name, number) -> {
            String text = matcher.group(number);
            if (text != null) {
                values.put(name, text);
            }
        });
        return values;
    }

    private Matcher matcher(String key) {
        return pattern.matcher(new CountedText(key));
    }

    private boolean found(Matcher matcher, String key) {
        try {
            return matcher.find();
        } catch (CountedText.Exhausted | StackOverflowError e) {
            throw invalid(
                    option,
                    "Matching takes too long on the key '" + key
                            + "'. Repetitions inside of repetitions do that; write the expression more exactly.");
        }
    }

    private static RegistryException invalid(String option, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The manifest cannot be made like this.", List.of(new RegistryError.Fault(option, message))));
    }
}
