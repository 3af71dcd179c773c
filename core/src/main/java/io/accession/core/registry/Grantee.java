package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.util.UUID;

/** Who gets a role. */
public sealed interface Grantee {

    record OfUser(UserId id) implements Grantee {}

    record OfGroup(UUID id) implements Grantee {}
}
