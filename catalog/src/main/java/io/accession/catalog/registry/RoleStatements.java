package io.accession.catalog.registry;

import io.accession.core.registry.Grantee;
import io.accession.core.registry.Shared;

/**
 * What is said about the roles in one kind of thing. {@code :what} is the thing; {@code :grantees} are users or groups.
 *
 * @param noun what the audit log calls the thing
 */
record RoleStatements(
        String noun,
        String listUsers,
        String listGroups,
        String grantToUsers,
        String grantToGroups,
        String revokeFromUsers,
        String revokeFromGroups) {

    private static final RoleStatements FOLDER = in("folder");
    private static final RoleStatements INTEGRATION = in("integration");
    private static final RoleStatements DATASET = in("dataset");

    /** The tables of the roles in things, and their columns, are called after these. */
    private static RoleStatements in(String noun) {
        return new RoleStatements(
                noun,
                """
                SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
                  FROM %1$s_user r
                  JOIN app_user u ON u.id = r.user_id
                 WHERE r.%1$s_id = :what
                 ORDER BY lower(u.email)
                """.formatted(noun),
                """
                SELECT g.id, g.name, g.description, g.created_at, r.role
                  FROM %1$s_group r
                  JOIN user_group g ON g.id = r.group_id
                 WHERE r.%1$s_id = :what
                 ORDER BY lower(g.name), g.id
                """.formatted(noun),
                grant(noun, "user"),
                grant(noun, "group"),
                revoke(noun, "user"),
                revoke(noun, "group"));
    }

    private static String grant(String noun, String grantee) {
        return """
                INSERT INTO %1$s_%2$s (%1$s_id, %2$s_id, role)
                SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
                ON CONFLICT (%1$s_id, %2$s_id) DO UPDATE SET role = excluded.role
                """.formatted(noun, grantee);
    }

    private static String revoke(String noun, String grantee) {
        return "DELETE FROM %1$s_%2$s WHERE %1$s_id = :what AND %2$s_id = ANY(:grantees)".formatted(noun, grantee);
    }

    static RoleStatements of(Shared what) {
        return switch (what) {
            case Shared.Folder _ -> FOLDER;
            case Shared.Integration _ -> INTEGRATION;
            case Shared.Dataset _ -> DATASET;
        };
    }

    String grantTo(Grantee grantee) {
        return switch (grantee) {
            case Grantee.OfUser _ -> grantToUsers;
            case Grantee.OfGroup _ -> grantToGroups;
        };
    }

    String revokeFrom(Grantee grantee) {
        return switch (grantee) {
            case Grantee.OfUser _ -> revokeFromUsers;
            case Grantee.OfGroup _ -> revokeFromGroups;
        };
    }
}
