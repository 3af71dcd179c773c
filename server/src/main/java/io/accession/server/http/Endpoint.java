package io.accession.server.http;

import java.io.IOException;

/** Answers one call. Whatever it throws before the answer has begun becomes a problem document. */
@FunctionalInterface
public interface Endpoint {

    void answer(Call call) throws IOException;
}
