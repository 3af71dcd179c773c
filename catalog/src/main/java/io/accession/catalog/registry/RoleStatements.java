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

    private static final RoleStatements FOLDER = new RoleStatements(
            "folder",
            """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
              FROM folder_user r
              JOIN app_user u ON u.id = r.user_id
             WHERE r.folder_id = :what
             ORDER BY lower(u.email)
            """,
            """
            SELECT g.id, g.name, g.description, g.created_at, r.role
              FROM folder_group r
              JOIN user_group g ON g.id = r.group_id
             WHERE r.folder_id = :what
             ORDER BY lower(g.name), g.id
            """,
            """
            INSERT INTO folder_user (folder_id, user_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (folder_id, user_id) DO UPDATE SET role = excluded.role
            """,
            """
            INSERT INTO folder_group (folder_id, group_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (folder_id, group_id) DO UPDATE SET role = excluded.role
            """,
            "DELETE FROM folder_user WHERE folder_id = :what AND user_id = ANY(:grantees)",
            "DELETE FROM folder_group WHERE folder_id = :what AND group_id = ANY(:grantees)");

    private static final RoleStatements INTEGRATION = new RoleStatements(
            "integration",
            """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
              FROM integration_user r
              JOIN app_user u ON u.id = r.user_id
             WHERE r.integration_id = :what
             ORDER BY lower(u.email)
            """,
            """
            SELECT g.id, g.name, g.description, g.created_at, r.role
              FROM integration_group r
              JOIN user_group g ON g.id = r.group_id
             WHERE r.integration_id = :what
             ORDER BY lower(g.name), g.id
            """,
            """
            INSERT INTO integration_user (integration_id, user_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (integration_id, user_id) DO UPDATE SET role = excluded.role
            """,
            """
            INSERT INTO integration_group (integration_id, group_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (integration_id, group_id) DO UPDATE SET role = excluded.role
            """,
            "DELETE FROM integration_user WHERE integration_id = :what AND user_id = ANY(:grantees)",
            "DELETE FROM integration_group WHERE integration_id = :what AND group_id = ANY(:grantees)");

    private static final RoleStatements DATASET = new RoleStatements(
            "dataset",
            """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
              FROM dataset_user r
              JOIN app_user u ON u.id = r.user_id
             WHERE r.dataset_id = :what
             ORDER BY lower(u.email)
            """,
            """
            SELECT g.id, g.name, g.description, g.created_at, r.role
              FROM dataset_group r
              JOIN user_group g ON g.id = r.group_id
             WHERE r.dataset_id = :what
             ORDER BY lower(g.name), g.id
            """,
            """
            INSERT INTO dataset_user (dataset_id, user_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (dataset_id, user_id) DO UPDATE SET role = excluded.role
            """,
            """
            INSERT INTO dataset_group (dataset_id, group_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (dataset_id, group_id) DO UPDATE SET role = excluded.role
            """,
            "DELETE FROM dataset_user WHERE dataset_id = :what AND user_id = ANY(:grantees)",
            "DELETE FROM dataset_group WHERE dataset_id = :what AND group_id = ANY(:grantees)");

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
