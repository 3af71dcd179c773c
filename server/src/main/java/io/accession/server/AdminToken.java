package io.accession.server;

import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Users;
import java.nio.file.Path;

/** The token with which the command line on the server's own machine gets in: {@code admin-token} in the data directory. */
final class AdminToken {

    private static final String FILE_NAME = "admin-token";

    private AdminToken() {}

    /** The token in the file, made anew if it is missing or the catalogue does not know it (any more). */
    static String ensure(Path data, Users users) {
        var file = new PrivateFile(data.resolve(FILE_NAME));
        return file.read()
                .filter(token -> users.findByToken(new ApiToken(token)).isPresent())
                .orElseGet(() -> issue(file, users));
    }

    private static String issue(PrivateFile file, Users users) {
        var administrator = users.builtInAdministrator();
        var issued = users.issueToken(administrator.asPrincipal(), administrator.id(), FILE_NAME);
        var token = issued.token().reveal();
        file.write(token);
        return token;
    }
}
