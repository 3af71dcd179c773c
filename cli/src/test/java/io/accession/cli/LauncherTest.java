package io.accession.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code ./accession} in a directory with a space in its name, with JDKs and a Maven that are shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path temporary;

    private Path project;
    private Path jdks;

    private record Outcome(int exitCode, String out, String error) {}

    @BeforeEach
    void layOutAProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project"));
        jdks = Files.createDirectories(temporary.resolve("jvm"));
        Files.copy(launcher(), project.resolve("accession"));
        project.resolve("accession").toFile().setExecutable(true);
        write(project.resolve("cli/src/main/Main.java"), "source");
        // In front of whatever this machine has on its path.
        script(temporary.resolve("bin/javac"), "exit 1");
        script(temporary.resolve("bin/java"), "exit 1");
        script(temporary.resolve("bin/mvn"), """
                echo "$JAVA_HOME" >>"%s/builds"
                echo "[INFO] Building Accession: the command line 0.1.0-SNAPSHOT   [1/2]"
                [ ! -e broken ] || { echo "[ERROR] it is broken"; exit 1; }
                case " $* " in *" verify "*)
                    echo "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A"
                    echo "[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0"
                    echo "[INFO] Tests run: 30, Failures: 0, Errors: 0, Skipped: 0" ;;
                esac
                mkdir -p cli/target/distribution/lib bench/target/distribution/lib
                cd cli/target/distribution && touch lib/a.jar cli-1.jar && cd ../../../bench/target/distribution && touch lib/b.jar bench-1.jar
                """.formatted(temporary));
    }

    @Test
    void aJdkThatIsNewEnoughIsFoundAndBecomesTheProgram() throws Exception {
        jdk("17", "17.0.12");
        var found = jdk("25", "25.0.1");

        var outcome = run(Map.of(), "folder", "list", "a b");

        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.out().lines())
                .contains(found + " runs")
                .containsSubsequence("io.accession.cli.Main", "folder", "list", "a b");
        assertThat(outcome.out()).contains("/lib-client/*").doesNotContain("/current/");
        assertThat(builds()).containsExactly(found.toString());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOverWithANote() throws Exception {
        var old = jdk("old", "17.0.12");
        var found = jdk("new", "26");

        var outcome = run(Map.of("JAVA_HOME", old.toString()), "serve");

        assertThat(outcome.out()).contains(found + " runs");
        assertThat(outcome.error()).contains("passing over JAVA_HOME=" + old + ", which is Java 17");
    }

    @Test
    void aJavaHomeThatIsNewEnoughWins() throws Exception {
        jdk("25", "25");
        var chosen = jdk("elsewhere/chosen", "27.0.1");

        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "serve").out()).contains(chosen + " runs");
    }

    @Test
    void aRuntimeWithoutACompilerIsNotAJdk() throws Exception {
        Files.delete(jdk("25", "25").resolve("bin/javac"));

        var outcome = run(Map.of(), "serve");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).contains("no JDK 25 or newer was found").contains("openjdk-25-jdk");
    }

    @Test
    void aLinkOnThePathLeadsToItsJdk() throws Exception {
        var found = jdk("hidden/deep", "25");
        Files.delete(temporary.resolve("bin/javac"));
        Files.createSymbolicLink(temporary.resolve("bin/javac"), found.resolve("bin/javac"));

        assertThat(run(Map.of(), "serve").out()).contains(found.toRealPath() + " runs");
    }

    @Test
    void onlyNewerSourcesAreBuilt() throws Exception {
        jdk("25", "25");
        run(Map.of(), "serve");
        run(Map.of(), "serve");

        assertThat(builds()).hasSize(1);
    }

    @Test
    void theLauncherIsFoundThroughALinkFromAnywhere() throws Exception {
        jdk("25", "25");
        var link = Files.createSymbolicLink(temporary.resolve("bin/acc"), project.resolve("accession"));

        assertThat(run(link, Map.of(), "version").exitCode()).isEqualTo(7);
    }

    @Test
    void aBuildThatFailsShowsWhyAndStartsNothing() throws Exception {
        jdk("25", "25");
        write(project.resolve("broken"), "");

        var outcome = run(Map.of(), "serve");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).contains("[ERROR] it is broken").contains("the build failed");
        assertThat(project.resolve(".build/lock")).doesNotExist();
    }

    @Test
    void theLockOfADeadBuildIsTakenAway() throws Exception {
        jdk("25", "25");
        Files.createDirectories(project.resolve(".build"));
        Files.createSymbolicLink(project.resolve(".build/lock"), Path.of("99999999"));

        assertThat(run(Map.of(), "serve").exitCode()).isEqualTo(7);
    }

    @Test
    void testsEndWithTheirCount() throws Exception {
        jdk("25", "25");

        var outcome = run(Map.of(), "test");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("42 passed, 0 failed\n");
        assertThat(outcome.error()).contains("testing: the command line: 12 tests");
    }

    @Test
    void aCheckThatFailsIsNotGreen() throws Exception {
        jdk("25", "25");
        write(project.resolve("broken"), "");

        var outcome = run(Map.of(), "test");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).isEqualTo("0 passed, 1 failed\n");
    }

    private static Path launcher() {
        return Path.of("").toAbsolutePath().resolve("../accession").normalize();
    }

    private Path jdk(String name, String version) throws IOException {
        var home = jdks.resolve(name);
        write(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 1");
        script(home.resolve("bin/java"), "echo \"" + home + " runs\"\nprintf '%s\\n' \"$@\"\nexit 7\n");
        return home;
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(temporary.resolve("builds"));
    }

    private Outcome run(Map<String, String> environment, String... words) throws Exception {
        return run(project.resolve("accession"), environment, words);
    }

    private Outcome run(Path program, Map<String, String> environment, String... words) throws Exception {
        var out = temporary.resolve("out");
        var error = temporary.resolve("error");
        var builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(words));
        builder.environment().clear();
        builder.environment().put("PATH", temporary.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("ACCESSION_JVM_DIRECTORY", jdks.toString());
        builder.environment().putAll(environment);
        var process = builder.directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(error));
    }

    private static void script(Path file, String text) throws IOException {
        write(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
