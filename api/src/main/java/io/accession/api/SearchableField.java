package io.accession.api;

import java.util.List;

/**
 * A field that can be searched.
 *
 * @param name as filters spell it, such as {@code width} or {@code metadata.weather}
 * @param type such as {@code number}
 * @param options of an enum, its values; empty otherwise
 * @param operators what filters can ask of it
 */
public record SearchableField(
        String name, String type, List<String> options, List<String> operators, boolean sortable, String facet) {

    public SearchableField {
        options = List.copyOf(options);
        operators = List.copyOf(operators);
    }
}
