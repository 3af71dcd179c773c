package io.accession.client;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key pair in the format of OpenSSH's file PROTOCOL.key. Both halves have 32 bytes. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares key pairs
record OpenSshKey(byte[] seed, byte[] publicKey) {

    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";
    private static final String TYPE = "ssh-ed25519";
    private static final int HALF = 32;

    static OpenSshKey parse(String text) {
        var trimmed = text.strip();
        if (!trimmed.startsWith(BEGIN) || !trimmed.endsWith(END)) {
            throw invalid("The file does not begin with '" + BEGIN + "'.");
        }
        try {
            var body = trimmed.substring(BEGIN.length(), trimmed.length() - END.length());
            return read(ByteBuffer.wrap(Base64.getMimeDecoder().decode(body)));
        } catch (BufferUnderflowException | StringIndexOutOfBoundsException e) {
            throw invalid("The file is damaged.");
        }
    }

    private static OpenSshKey read(ByteBuffer file) {
        if (!MAGIC.equals(text(bytes(file, MAGIC.length())))) {
            throw invalid("The file is damaged.");
        }
        var cipher = text(string(file));
        string(file); // the key derivation and its options
        string(file);
        if (!cipher.equals("none")) {
            throw invalid("The key has a passphrase. Use one without: ssh-keygen -p -f FILE.");
        }
        if (file.getInt() != 1) {
            throw invalid("The file holds more than one key.");
        }
        string(file); // the public key, which the private part has too
        return pair(ByteBuffer.wrap(string(file)));
    }

    private static OpenSshKey pair(ByteBuffer part) {
        int check = part.getInt();
        if (check != part.getInt()) {
            throw invalid("The file is damaged.");
        }
        var type = text(string(part));
        if (!type.equals(TYPE)) {
            throw invalid("The key is of the type " + type + ".");
        }
        var publicKey = string(part);
        var both = string(part);
        if (publicKey.length != HALF || both.length != 2 * HALF) {
            throw invalid("The file is damaged.");
        }
        return new OpenSshKey(Arrays.copyOf(both, HALF), publicKey);
    }

    private static byte[] string(ByteBuffer file) {
        return bytes(file, file.getInt());
    }

    private static byte[] bytes(ByteBuffer file, int length) {
        if (length < 0 || length > file.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException(
                "An Ed25519 key is expected as ssh-keygen -t ed25519 writes it, without a passphrase. " + reason);
    }
}
