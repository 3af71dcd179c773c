package io.accession.core.embedding;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The vectors that came in bulk, beside those in the items' metadata. Where an item or a frame has both under a key, the one from here counts. */
public interface VectorStore {

    /**
     * Stores vectors in one transaction, in place of those that were stored before for the same items and frames. The items are seen by whoever
     * follows the catalogue. Storing twice changes nothing.
     *
     * @param vectors each item and frame once
     * @return the vectors that were not stored, and why
     */
    List<Refusal> store(Principal asking, String key, Collection<ItemVector> vectors);

    /** Why a vector was not stored; a sentence. */
    record Refusal(ItemVector vector, String reason) {}

    /**
     * Reads all vectors under a key, those of the metadata too, of a folder's items and of those in the folders below it, in one snapshot.
     *
     * @throws RegistryException when there is no such folder, or it is not open to the asker
     */
    void read(Principal asking, FolderId folder, EmbeddingKey key, Sink sink) throws IOException;

    @FunctionalInterface
    interface Sink {
        void accept(ItemVector vector) throws IOException;
    }

    /** Forgets the vectors under a key that came in bulk to a folder's items, or to those in folders below it; returns how many they were. */
    long remove(Principal asking, FolderId folder, String key);
}
