package io.accession.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. On Debian and its like it is installed when it is missing and we may. */
final class Chromium {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private Chromium() {}

    static Path find() throws IOException, InterruptedException {
        var found = installed();
        if (found.isEmpty()
                && System.getProperty("user.name").equals("root")
                && Files.exists(Path.of("/usr/bin/apt-get"))) {
            install();
            found = installed();
        }
        return found.orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium or Chrome, and there is none in the usual places. Install one (Debian: apt install chromium),"
                        + " or name it in ACCESSION_BROWSER."));
    }

    private static Optional<Path> installed() {
        return Stream.concat(Optional.ofNullable(System.getenv("ACCESSION_BROWSER")).stream(), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void install() throws IOException, InterruptedException {
        run("apt-get", "update", "-q");
        run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Chromium cannot be installed: " + said);
        }
    }
}
