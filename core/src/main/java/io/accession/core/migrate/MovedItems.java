package io.accession.core.migrate;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items migrate and what their URLs become. Only items in folders that the asker administers do; of image groups, image sequences and DICOM
 * series the members do too.
 */
public sealed interface MovedItems {

    record Named(List<NamedItem> items) implements MovedItems {
        public Named {
            items = List.copyOf(items);
        }
    }

    /** All items with URLs exactly as given. */
    record AtUrls(List<NamedUrl> urls) implements MovedItems {
        public AtUrls {
            urls = List.copyOf(urls);
        }
    }

    /** An item and its new URL; null: the URL stays. */
    record NamedItem(ItemId item, @Nullable String newUrl) {}

    /** The URL of items and their new URL; null: the URL stays. */
    record NamedUrl(String url, @Nullable String newUrl) {}

    /**
     * Everything of the integration that the items migrate from.
     *
     * @param folder in which, or below which, the items lie; null: anywhere
     * @param prefix null: every URL stays; else only items whose URL starts with it migrate
     */
    record Everything(@Nullable FolderId folder, @Nullable Prefix prefix) implements MovedItems {}

    /** The beginning of URLs and what it becomes, as text. */
    record Prefix(String before, String after) {
        public Prefix {
            if (before.isEmpty()) {
                throw new IllegalArgumentException("A prefix has at least one character.");
            }
        }
    }
}
