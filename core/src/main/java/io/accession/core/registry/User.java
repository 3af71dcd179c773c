package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.time.Instant;

/** Somebody who may use this server. E-mail addresses differ in more than upper and lower case. */
public record User(UserId id, String email, boolean isAdministrator, Instant createdAt) {

    public Principal asPrincipal() {
        return new Principal(id, email, isAdministrator);
    }
}
