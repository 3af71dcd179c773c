package io.accession.core.registry;

/**
 * Which datasets to list.
 *
 * @param everybodys also those that the asker has no role in; for administrators
 */
public record DatasetFilter(
        TextFilter title, TextFilter description, TimeFilter created, TimeFilter edited, boolean everybodys) {

    public static final DatasetFilter MINE =
            new DatasetFilter(TextFilter.ALL, TextFilter.ALL, TimeFilter.ALL, TimeFilter.ALL, false);
}
