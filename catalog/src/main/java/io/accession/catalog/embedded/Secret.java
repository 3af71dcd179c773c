package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password made by us: 192 random bits in hexadecimal digits, which need no quoting anywhere. */
record Secret(String text) {

    private static final int BYTES = 24;

    static Secret random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    static Secret readFrom(Path file) throws IOException {
        return new Secret(Files.readString(file).strip());
    }

    /** Readable for its owner alone from its first moment on; whole or not there. */
    Path writeTo(Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text + "\n");
        Directories.flush(unfinished);
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "***";
    }
}
