package io.accession.core.migrate;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.migrate.MigrationNews.Refused;
import io.accession.core.migrate.MigrationNews.Twin;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectStat;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of one migration, put aside until all is known of them. It takes any number of items with little memory, and nothing about the items
 * themselves changes before {@link #migrate}. For one thread.
 */
public interface MigrationStage extends AutoCloseable {

    /** Opens empty stages. */
    interface Stages {
        MigrationStage open(Principal asking);
    }

    /**
     * An item as it is.
     *
     * @param url null for a composite without an object of its own
     * @param wantedUrl null: stays
     * @param keepsIdentity whether the item was registered with another object than it has now
     * @param isSynced whether a sync keeps the item's folder as its storage is
     * @param isReencoded whether the item's object is being made anew
     */
    record Candidate(
            ItemId item,
            ItemKind kind,
            @Nullable IntegrationId integration,
            @Nullable String url,
            @Nullable String wantedUrl,
            IdentityHash identity,
            @Nullable Long bytes,
            boolean keepsIdentity,
            boolean isSynced,
            boolean isReencoded) {}

    /**
     * What an item becomes.
     *
     * @param identity null: stays
     * @param stat of the new object; null when it was not asked for
     */
    record Placed(
            ItemId item,
            @Nullable String url,
            @Nullable IdentityHash identity,
            boolean isOtherObject,
            @Nullable ObjectStat stat) {}

    /** A composite of which a member migrates, or that migrates itself, with where its members will be. */
    record Composite(ItemId item, ItemKind kind, IdentityHash identity, List<Member> members) {
        public Composite {
            members = List.copyOf(members);
        }
    }

    record Member(
            ItemId item,
            @Nullable IntegrationId integration,
            @Nullable String url) {}

    /**
     * Puts the items in.
     *
     * @return what was asked for and is not there
     */
    List<Refused> choose(MigrationOrder order);

    long size();

    /** At most so many, in the order of their ids, from after an item on; null: from the first one on. */
    List<Candidate> list(@Nullable ItemId after, int limit);

    void place(List<Placed> items);

    /** Takes items out again that need not change. */
    void drop(List<ItemId> items);

    /** Puts in the composites of the items there are, whose identity may change with them. To be called when all items have been placed. */
    void addComposites();

    /** At most so many, in the order of their ids, from after one on; null: from the first one on. */
    List<Composite> listComposites(@Nullable ItemId after, int limit, @Nullable IntegrationId to);

    void identify(Map<ItemId, IdentityHash> composites);

    /** Counts the items that will name an object which their folder has, or will have, already. */
    long findTwins();

    /** At most so many of those found, in the order of their ids. */
    List<Twin> listTwins(int limit);

    /** At most so many of the chosen items, in the order of their ids. */
    List<ItemId> listChosen(int limit);

    /**
     * Changes all items in one transaction.
     *
     * @throws io.accession.core.domain.RegistryException when an item has changed since it was chosen; nothing has happened then
     */
    void migrate(@Nullable IntegrationId to);

    @Override
    void close();
}
