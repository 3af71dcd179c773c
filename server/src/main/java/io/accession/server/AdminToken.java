package io.accession.server;

import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Users;
import java.nio.file.Path;

/** The token with which the command line on the server's own machine gets in: {@code admin-token} in the data directory. */
final class AdminToken {

    private static final String FILE_NAME = "admin-token";

    private AdminToken() {}

    /** Makes the file if it is missing, or if the catalogue does not know its token (any more). */
    static void ensure(Path data, Users users) {
        var file = new PrivateFile(data.resolve(FILE_NAME));
        boolean isKnown = file.read()
                .filter(token -> users.findByToken(new ApiToken(token)).isPresent())
                .isPresent();
        if (!isKnown) {
            var administrator = users.builtInAdministrator();
            var issued = users.issueToken(administrator.asPrincipal(), administrator.id(), FILE_NAME);
            file.write(issued.token().reveal());
        }
    }
}
