package io.accession.core.registry;

/**
 * Which datasets to list.
 *
 * @param search part of a title, in any case; empty: all
 * @param everybodys also those that the asker has no role in; for administrators
 */
public record DatasetFilter(
        String search,
        TextFilter title,
        TextFilter description,
        TimeFilter created,
        TimeFilter edited,
        boolean everybodys) {

    public static final DatasetFilter MINE =
            new DatasetFilter("", TextFilter.ALL, TextFilter.ALL, TimeFilter.ALL, TimeFilter.ALL, false);
}
