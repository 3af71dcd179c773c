package io.accession.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/** FFmpeg's programs, unpacked from the jar that brings them. None of their code is ever loaded into this process. */
public final class FfmpegPrograms {

    /** Counts up when this class unpacks in another way, so that old directories are left alone. */
    private static final String REVISION = "1";

    private final Path directory;

    private FfmpegPrograms(Path directory) {
        this.directory = directory;
    }

    /**
     * Unpacks the programs below the directory, unless that was done before; about 65 MB. Several processes may do so at once.
     *
     * @throws IOException if the directory cannot be written, or there are no programs for this platform
     */
    public static FfmpegPrograms unpack(Path cacheDirectory) throws IOException {
        var folder = "org/bytedeco/ffmpeg/" + platform() + "/";
        var resource = FfmpegPrograms.class.getClassLoader().getResource(folder + "ffprobe");
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("This build has no ffprobe for " + platform());
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var fingerprint = Long.toHexString(jar.getEntry(folder + "ffprobe").getCrc());
            var target = cacheDirectory.toAbsolutePath().resolve("ffmpeg-" + fingerprint + "-" + REVISION);
            if (!Files.isDirectory(target)) {
                unpack(jar, folder, target);
            }
            return new FfmpegPrograms(target);
        }
    }

    public Path ffprobe() {
        return directory.resolve("ffprobe");
    }

    /** The encoder. Its command line is the caller's; see {@link #libraryPath} for its environment. */
    public Path ffmpeg() {
        return directory.resolve("ffmpeg");
    }

    /** What {@code LD_LIBRARY_PATH} has to be for the programs to start. */
    public Path libraryPath() {
        return directory;
    }

    /** Nobody sees a directory that is not complete: it is filled under another name. */
    private static void unpack(JarFile jar, String folder, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var fresh = Files.createTempDirectory(target.getParent(), "unpacking-");
        try {
            fill(jar, folder, fresh);
            requireStart(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            boolean anotherWasFaster = Files.isDirectory(target);
            if (!anotherWasFaster) {
                throw e;
            }
        } finally {
            delete(fresh);
        }
    }

    private static void fill(JarFile jar, String folder, Path fresh) throws IOException {
        for (var name : wanted(jar, folder)) {
            var file = fresh.resolve(name.substring(folder.length()));
            try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                Files.copy(in, file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (folder.contains("linux")) {
            Files.write(fresh.resolve(DevicelessLibrary.FILE_NAME), DevicelessLibrary.bytes(folder.contains("arm64")));
        }
    }

    /** Better a failure that says what the system lacks than files that all look damaged. */
    private static void requireStart(Path fresh) throws IOException {
        var builder = new ProcessBuilder(fresh.resolve("ffprobe").toString(), "-version").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", fresh.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!said.startsWith("ffprobe version")) {
            throw new IOException("ffprobe does not start here: " + said.strip());
        }
    }

    /** The programs and their libraries, without those that exist for Java and without devices. */
    private static List<String> wanted(JarFile jar, String folder) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .map(entry -> entry.getName())
                .filter(name -> !name.startsWith(folder + "libjni"))
                .filter(name -> !name.equals(folder + DevicelessLibrary.FILE_NAME))
                .toList();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = system.startsWith("mac") ? "macosx" : system.startsWith("linux") ? "linux" : system;
        return name + "-" + (processor.equals("aarch64") ? "arm64" : "x86_64");
    }
}
