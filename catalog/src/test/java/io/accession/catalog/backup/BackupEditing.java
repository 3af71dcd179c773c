package io.accession.catalog.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes a backup say something else about itself than it did. */
final class BackupEditing {

    private BackupEditing() {}

    static void replaceContents(Path file, String text, String replacement) throws IOException {
        var edited = file.resolveSibling("edited");
        try (var zip = new ZipFile(file.toFile());
                var target = new ZipOutputStream(Files.newOutputStream(edited))) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                target.putNextEntry(new ZipEntry(entry.getName()));
                target.write(entry.getName().equals(BackupFile.CONTENTS) ? edit(bytes, text, replacement) : bytes);
            }
        }
        Files.delete(file);
        Files.move(edited, file);
    }

    private static byte[] edit(byte[] bytes, String text, String replacement) {
        var json = new String(bytes, StandardCharsets.UTF_8);
        if (!json.contains(text)) {
            throw new IllegalArgumentException("there is no " + text + " in " + json);
        }
        return json.replace(text, replacement).getBytes(StandardCharsets.UTF_8);
    }
}
