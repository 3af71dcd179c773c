package io.accession.catalog.registry;

import io.accession.core.domain.UserId;
import io.accession.core.registry.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Users as rows tell them. */
final class UserRows {

    private UserRows() {}

    static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("is_admin"),
                row.getObject("deactivated_at") == null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
