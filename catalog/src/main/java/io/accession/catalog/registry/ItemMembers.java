package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The members of any number of composites, in one statement. */
final class ItemMembers {

    private static final String MEMBERS = """
            SELECT m.group_id, m.position, i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes,
                   i.created_at, i.width, i.height, i.duration_sec, i.media_facts
              FROM item_member m
              JOIN item i ON i.id = m.item_id
             WHERE m.group_id = ANY(:composites)
             ORDER BY m.group_id, m.position
            """;

    private ItemMembers() {}

    /** By composite, in their order. What has no members is left out. */
    static Map<ItemId, List<Item.Member>> of(Handle handle, Collection<ItemId> composites) {
        var members = new HashMap<ItemId, List<Item.Member>>();
        if (composites.isEmpty()) {
            return members;
        }
        handle.createQuery(MEMBERS)
                .bind("composites", SqlArrays.uuids(handle, composites.stream().map(ItemId::value)))
                .map((row, context) -> {
                    var listed = ItemRows.listed(row);
                    return members.computeIfAbsent(
                                    new ItemId(row.getObject("group_id", UUID.class)), composite -> new ArrayList<>())
                            .add(new Item.Member(row.getInt("position"), listed, StoredFacts.read(row, listed.kind())));
                })
                .forEach(added -> {});
        return members;
    }

    static FolderId folder(Item.Member member) {
        return member.item().folder();
    }
}
