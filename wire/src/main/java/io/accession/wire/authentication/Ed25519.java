package io.accession.wire.authentication;

/** Ed25519 signatures (RFC 8032) by raw public keys. */
final class Ed25519 {

    private static final int KEY_BYTES = org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;
    private static final int SIGNATURE_BYTES = org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

    private Ed25519() {}

    /** False also for bytes that are no key or no signature. */
    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        return key.length == KEY_BYTES
                && signature.length == SIGNATURE_BYTES
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }
}
