package io.accession.client;

import io.accession.api.IssuedToken;
import io.accession.api.NewToken;
import io.accession.api.NewUser;
import io.accession.api.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may use the server. */
public final class Users {

    private final Connection connection;

    Users(Connection connection) {
        this.connection = connection;
    }

    /** Lets somebody in; for administrators of the organisation. Without a password, token or key the user cannot do anything yet. */
    public User add(NewUser user) {
        return connection.post(Route.to("users"), user, User.class);
    }

    /** Those whose address contains the text, in upper or lower case; all of them when it is null. */
    public Listing<User> list(@Nullable String search) {
        return new Listing<>(connection, Route.to("users").with("search", search), User.class);
    }

    /** Makes an API token for a user; for administrators of the organisation, and for oneself. The only time that the token is shown. */
    public IssuedToken createToken(UUID user, @Nullable String name) {
        return connection.post(Route.to("users", user, "tokens"), new NewToken(name), IssuedToken.class);
    }
}
