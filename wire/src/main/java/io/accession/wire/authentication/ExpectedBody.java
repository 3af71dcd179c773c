package io.accession.wire.authentication;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a signature promises of the body. */
public final class ExpectedBody {

    private final byte @Nullable [] digest;

    private ExpectedBody(byte @Nullable [] digest) {
        this.digest = digest;
    }

    static ExpectedBody any() {
        return new ExpectedBody(null);
    }

    static ExpectedBody withSha256(byte[] digest) {
        return new ExpectedBody(digest);
    }

    /**
     * The body while it is compared with the promise. Its end comes only for the body that was promised; for any other one a
     * {@link RegistryException} does, so that nothing that waits for the end happens.
     */
    public InputStream check(InputStream body) {
        return digest == null ? body : new Checked(body, digest);
    }

    private static final class Checked extends InputStream {

        private final InputStream body;
        private final byte[] expected;
        private final MessageDigest digest = sha256();
        private boolean ended;

        Checked(InputStream body, byte[] expected) {
            this.body = body;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = ended ? -1 : body.read(bytes, offset, length);
            if (count > 0) {
                digest.update(bytes, offset, count);
            } else if (count < 0 && !ended) {
                compare();
            }
            return count;
        }

        private void compare() {
            if (!MessageDigest.isEqual(digest.digest(), expected)) {
                throw new RegistryException(new RegistryError.Unauthenticated(
                        "The body is not the one that was signed: its SHA-256 is not that of Content-Digest."));
            }
            ended = true;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
