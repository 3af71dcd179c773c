package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One registered thing.
 *
 * @param kind such as {@code image} or {@code imageGroup}
 * @param objectUrl as it was given; null for groups and series
 * @param clientMetadata the customer's key-values, an empty object when there are none
 * @param members of a group, a sequence or a series in order; empty otherwise. Of a data group those that the sender may look at
 * @param dataGroup how a data group is shown; null for other items
 * @param warnings stable codes of what makes it risky to label
 * @param violations values of the client metadata that do not fit the schema in force, those of a video's frames included
 */
public record Item(
        UUID id,
        UUID folderId,
        String kind,
        String title,
        @Nullable String objectUrl,
        @Nullable MediaDescription media,
        JsonNode clientMetadata,
        List<Member> members,
        @Nullable DataGroup dataGroup,
        List<String> warnings,
        List<MetadataViolations.Violation> violations,
        Instant createdAt) {

    public Item {
        members = List.copyOf(members);
        warnings = List.copyOf(warnings);
        violations = List.copyOf(violations);
    }

    /** One object of a composite, or one item of a data group. {@code position} counts from 0; {@code itemId} is set where the member is an item of its own. */
    public record Member(
            int position,
            @Nullable UUID itemId,
            String objectUrl,
            @Nullable String title,
            @Nullable MediaDescription media) {}

    /**
     * How a data group is shown.
     *
     * @param contents its items, by what the layout calls them
     * @param layout a tree of splits, whose leaves are tiles with an item or carousels with several
     */
    public record DataGroup(Map<String, UUID> contents, JsonNode layout, JsonNode settings) {
        public DataGroup {
            contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
        }
    }
}
