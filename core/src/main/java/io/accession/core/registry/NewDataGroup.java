package io.accession.core.registry;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * A data group to be made.
 *
 * @param name null for one made of the number of its members
 * @param clientMetadata a JSON object; null for none
 */
public record NewDataGroup(
        @Nullable String name, DataGroup group, @Nullable String clientMetadata) {

    private static final int MOST_MEMBERS = 1_000;

    public NewDataGroup {
        int members = group.contents().size();
        if (members == 0 || members > MOST_MEMBERS) {
            throw new RegistryException(new RegistryError.Invalid(
                    "A data group has 1 to " + MOST_MEMBERS + " items, got " + members + "."));
        }
        if (name != null) {
            Names.check("/name", name);
        }
    }

    public String title() {
        int members = group.contents().size();
        return name != null ? name : "Group of " + members + (members == 1 ? " item" : " items");
    }
}
