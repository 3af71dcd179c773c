package io.accession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void anAnswerNamesPropertiesWithoutValue() throws Exception {
        var folder = new Folder(
                ID,
                "fleet",
                null,
                List.of("fleet"),
                null,
                Instant.parse("2026-01-02T03:04:05Z"),
                "admin",
                Json.strict().createObjectNode(),
                null,
                null);

        var json = Json.strict().readTree(Json.strict().writeValueAsString(folder));

        assertThat(json.get("parentId").isNull()).isTrue();
        assertThat(json.get("createdAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void aProblemLeavesOutWhatDoesNotApply() throws Exception {
        var problem =
                Problem.of(ProblemType.NOT_FOUND, "There is no folder 'x'.").of("/api/v1/folders/x", "r-1");

        assertThat(Json.strict().writeValueAsString(problem)).isEqualTo("""
                        {"type":"urn:accession:problem:not-found","title":"Not found","status":404,\
                        "detail":"There is no folder 'x'.","instance":"/api/v1/folders/x","requestId":"r-1"}""");
    }

    @Test
    void aPageOfAnythingGoesThereAndBack() throws Exception {
        var page = new Page<>(List.of(new User(ID, "a@b.c", "A", true, true, Instant.EPOCH)), "next");

        var json = Json.strict().writeValueAsString(page);

        assertThat(Json.lenient().readValue(json, new TypeReference<Page<User>>() {}))
                .isEqualTo(page);
    }

    @Test
    void aSecretIsSentButNeverPrinted() throws Exception {
        var settings = new NewIntegrationSettings.S3(null, null, null, false, "id", new Secret("hidden"), null);

        var json = Json.lenient().writeValueAsString(settings);

        assertThat(json).contains("\"type\":\"s3\"").contains("\"secretAccessKey\":\"hidden\"");
        assertThat(Json.strict().readValue(json, NewIntegrationSettings.class)).isEqualTo(settings);
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void anAnswerMayHaveNewProperties() throws Exception {
        assertThat(Json.lenient()
                        .readValue("{'name':'accession','version':'2','age':3}".replace('\'', '"'), Version.class))
                .isEqualTo(new Version("accession", "2"));
    }

    @Test
    void decimalsOfClientMetadataStayExact() throws Exception {
        var number = "12345678901234567890.1234567890123456789";

        assertThat(Json.lenient().readTree(number).toString()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","nmae":"b"}            | /nmae     | There is no property 'nmae' here.
            {}                                 | /name     | A value is required.
            {"name":null}                      | /name     | A value is required.
            {"name":7}                         | /name     | The value does not fit: text is expected.
            {"name":["a"]}                     | /name     | The value does not fit: text is expected.
            {"name":"a","parentId":"here"}     | /parentId | 'here' does not fit: a UUID is expected.
            []                                 |           | The value does not fit: an object is expected.
            """)
    void aFaultOfARequestNamesItsPlace(String request, String pointer, String detail) {
        var exception = catchThrowableOfType(
                JsonProcessingException.class, () -> Json.strict().readValue(request, NewFolder.class));

        assertThat(JsonFault.of(exception)).isEqualTo(new Problem.Fault(pointer == null ? "" : pointer, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"a","settings":{"type":"ftp"}}                    | There is no type 'ftp' here.
            {"title":"a","settings":{}}                                | The property 'type' is required here.
            {"title":"a","settings":{"type":"s3","pathStyle":"yes"}}   | The value does not fit: true or false is expected.
            {"title":"a","settings":{"type":"local"}}                  | A value is required.
            {"title":"a","title":"b","settings":{"type":"direct"}}     | This is not valid JSON (line 1, column 21): Duplicate field 'title'
            {"title":"a",                                              | This is not valid JSON (line 1, column 14): Unexpected end-of-input within/between Object entries
            """)
    void aFaultInsideAUnionIsSaidPlainly(String request, String detail) {
        var exception = catchThrowableOfType(
                JsonProcessingException.class, () -> Json.strict().readValue(request, NewIntegration.class));

        assertThat(JsonFault.of(exception).detail()).isEqualTo(detail);
    }
}
