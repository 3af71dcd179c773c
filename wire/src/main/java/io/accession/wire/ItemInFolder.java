package io.accession.wire;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Items;
import java.util.List;

/** The item that a path names has to lie in the folder that it names. */
final class ItemInFolder {

    private ItemInFolder() {}

    static void require(Items items, WireCall call) {
        var item = items.readAll(call.asking(), List.of(call.item())).getFirst();
        if (!item.item().folder().equals(call.folder())) {
            throw new RegistryException(
                    new RegistryError.NotFoundOrForbidden("item", call.item().toString()));
        }
    }
}
