package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationCommandTest extends WithCommandLine {

    private static final String MIGRATE = "POST /api/v1/items/migrate";
    private static final String ENDED =
            "{\"event\":\"ended\",\"items\":2,\"unchanged\":0,\"checked\":2,\"refused\":%d,\"duplicates\":0,\"migrated\":%d}\n";

    @Test
    void aMigrationTellsHowManyItemsWent() {
        given.server.on(MIGRATE, 200, "{\"event\":\"progress\",\"looked\":1}\n" + ENDED.formatted(0, 2));

        var run = given.run("item migrate --from-integration " + FOLDER + " --prefix s3://a/=s3://b/?x=y --unchecked");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("Migrated").doesNotContain("Refused");
        assertThat(given.server.calls(MIGRATE).getFirst().body())
                .contains(
                        "{\"before\":\"s3://a/\",\"after\":\"s3://b/?x=y\"}",
                        "\"checkAccess\":false",
                        "\"plan\":false");
    }

    @Test
    void whatSpeaksAgainstItIsListedAndFails() {
        given.server.on(
                MIGRATE,
                200,
                "{\"event\":\"refused\",\"itemId\":\"" + JOB + "\",\"objectUrl\":\"s3://a/\\u001b[2J\",\"newUrl\":null,"
                        + "\"code\":\"OBJECT_NOT_FOUND\",\"message\":\"It is not there.\"}\n" + ENDED.formatted(1, 0));

        var run = given.run("item migrate --from-integration " + FOLDER + " --to-integration " + JOB);

        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILURES);
        assertThat(run.out())
                .contains("OBJECT_NOT_FOUND  " + JOB, "It is not there.", "Refused")
                .doesNotContain("\u001b");
    }

    @Test
    void aPrefixWithoutWhatItBecomesIsWrongUsage() {
        var run = given.run("item migrate --from-integration " + FOLDER + " --prefix s3://a/");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(run.error()).contains("OLD=NEW");
    }
}
