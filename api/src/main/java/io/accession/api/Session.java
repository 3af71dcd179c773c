package io.accession.api;

/** Who is signed in. Requests that change something show {@code csrfToken} in the header {@code X-CSRF-Token}. */
public record Session(User user, String csrfToken) {}
