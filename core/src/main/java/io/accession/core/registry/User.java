package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.time.Instant;

/**
 * Somebody who may use this server. E-mail addresses differ in more than upper and lower case.
 *
 * @param name as people call them; empty where nobody said
 * @param isActive nothing lets a user in who is not
 */
public record User(UserId id, String email, String name, boolean isAdministrator, boolean isActive, Instant createdAt) {

    public Principal asPrincipal() {
        return new Principal(id, email, isAdministrator);
    }
}
