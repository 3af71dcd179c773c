package io.accession.server.http;

import io.accession.core.session.SessionTimes;
import io.accession.core.session.SessionToken;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/**
 * The cookie that carries a session's token. Scripts cannot read it, other sites' pages do not send it, and it goes to {@code /api/} alone: not
 * to the wire protocol, not with media.
 *
 * @param isSecure whether browsers keep it from connections that are not encrypted
 */
public record SessionCookie(boolean isSecure) {

    private static final String NAME = "accession_session";

    static Optional<SessionToken> token(ServerRequest request) {
        return request.headers().cookies().first(NAME).asOptional().map(SessionToken::new);
    }

    /** The value of {@code Set-Cookie} for a session that was opened. */
    public String opened(SessionToken token) {
        return text(token.reveal(), SessionTimes.DEFAULT.longest().toSeconds());
    }

    /** The value of {@code Set-Cookie} that makes browsers forget it. */
    public String closed() {
        return text("", 0);
    }

    private String text(String value, long seconds) {
        return NAME + "=" + value + "; Path=/api/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (isSecure ? "; Secure" : "");
    }
}
