package io.accession.server.http;

import io.accession.core.registry.Principal;
import io.accession.core.session.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and by what right.
 *
 * @param session null where a program's token was shown
 */
record Requester(Principal principal, @Nullable SessionToken session) {}
