package io.accession.wire;

import io.accession.core.registry.Users;
import java.time.Duration;
import java.util.List;

/** Who the caller is, and tokens for programs that cannot sign. */
public final class UserCalls {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private static final int ADMINISTRATOR = 0;
    private static final int MEMBER = 1;

    private final Users users;

    public UserCalls(Users users) {
        this.users = users;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get("user/bearer-token", this::bearerToken),
                WireRoute.get("user/current", this::current),
                WireRoute.get("user/current-organisation/info", this::organisation));
    }

    private record BearerToken(String token) {}

    private WireAnswer bearerToken(WireCall call) {
        var issued = users.issueShortLivedToken(call.asking(), "bearer token", TOKEN_LIFETIME);
        return call.json(new BearerToken(issued.token().reveal()));
    }

    private record Organisation(int userRole) {}

    private WireAnswer organisation(WireCall call) {
        return call.json(new Organisation(call.asking().isAdministrator() ? ADMINISTRATOR : MEMBER));
    }

    private record CurrentUser(String userEmail, String userHash) {}

    private WireAnswer current(WireCall call) {
        return call.json(
                new CurrentUser(call.asking().email(), call.asking().id().toString()));
    }
}
