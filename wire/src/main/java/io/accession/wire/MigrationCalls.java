package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import io.accession.core.migrate.ItemMigration;
import io.accession.core.migrate.MigrationNews;
import io.accession.core.migrate.MigrationOrder;
import io.accession.core.migrate.MovedItems;
import io.accession.core.migrate.MovedItems.NamedItem;
import io.accession.core.migrate.MovedItems.NamedUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items whose objects are reached in another way. */
public final class MigrationCalls {

    private final ItemMigration migration;

    public MigrationCalls(ItemMigration migration) {
        this.migration = migration;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("storage/items/migrate-storage", this::migrate).withBodyOf(32 << 20));
    }

    private record Migration(
            @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable String> urlsMap,
            @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<UUID, @Nullable String> itemsMap,
            @Nullable UUID fromIntegrationHash,
            @Nullable UUID toIntegrationHash,
            @Nullable Boolean validateAccess,
            @Nullable Boolean skipMissing) {

        MovedItems items() {
            var urls = urlsMap == null ? Map.<String, @Nullable String>of() : urlsMap;
            var items = itemsMap == null ? Map.<UUID, @Nullable String>of() : itemsMap;
            if (urls.isEmpty() == items.isEmpty()) {
                throw new RegistryException(
                        new RegistryError.Invalid("Items are named by itemsMap or by urlsMap, one of the two."));
            }
            if (items.isEmpty()) {
                var atUrls = new ArrayList<NamedUrl>();
                urls.forEach((url, newUrl) -> atUrls.add(new NamedUrl(url, newUrl)));
                return new MovedItems.AtUrls(atUrls);
            }
            var named = new ArrayList<NamedItem>();
            items.forEach((item, newUrl) -> named.add(new NamedItem(new ItemId(item), newUrl)));
            return new MovedItems.Named(named);
        }
    }

    private WireAnswer migrate(WireCall call) throws IOException {
        var body = call.body(Migration.class);
        var order = new MigrationOrder(
                body.items(),
                integration(body.fromIntegrationHash()),
                integration(body.toIntegrationHash()),
                Boolean.TRUE.equals(body.validateAccess()),
                Boolean.TRUE.equals(body.skipMissing()),
                false);
        var refusals = new Refusals();
        try {
            var report = migration.migrate(call.asking(), order, refusals);
            refusals.throwIfAny();
            return call.json(report.ids().stream().map(ItemId::value).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException(
                    new RegistryError.Unavailable("The server is stopping. Nothing was migrated."), e);
        }
    }

    private static @Nullable IntegrationId integration(@Nullable UUID id) {
        return id == null ? null : new IntegrationId(id);
    }

    /** What speaks against the migration, as one error that tells the first of it. An item that is missing looks as everywhere else. */
    private static final class Refusals implements MigrationNews {

        private static final int TOLD = 20;

        private final List<Fault> faults = new ArrayList<>();
        private int count;

        @Override
        public void looked(long items) {}

        @Override
        public void duplicate(Twin twin) {}

        @Override
        public void failed(Refused refused) {
            if (refused.failure().code() == FailureCode.ITEM_NOT_FOUND) {
                throw new RegistryException(new RegistryError.NotFoundOrForbidden("item", name(refused)));
            }
            count++;
            if (faults.size() < TOLD) {
                faults.add(new Fault(name(refused), refused.failure().message()));
            }
        }

        /** Its id, or its URL without what may be secret. */
        private static String name(Refused refused) {
            var item = refused.item();
            if (item != null) {
                return item.toString();
            }
            return String.valueOf(refused.url()).replaceFirst("[?#].*", "");
        }

        void throwIfAny() {
            if (count > 0) {
                throw new RegistryException(new RegistryError.Invalid(
                        "Nothing was migrated, because " + count + (count == 1 ? " item" : " items") + " cannot be.",
                        faults));
            }
        }
    }
}
