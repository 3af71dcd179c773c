package io.accession.catalog.registry;

/** Turns what somebody searches for into a pattern for {@code ILIKE}, in which nothing of it is special. */
public final class Search {

    private Search() {}

    public static String pattern(String part) {
        var literal =
                part.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
