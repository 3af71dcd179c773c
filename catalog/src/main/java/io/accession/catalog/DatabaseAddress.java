package io.accession.catalog;

/** Where a PostgreSQL database is and how to get in. Prints without the password. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    public DatabaseAddress {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "A database's address starts with jdbc:postgresql://, as in jdbc:postgresql://db.example.org/accession");
        }
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceAll("\\?.*", "") + " as " + user;
    }
}
