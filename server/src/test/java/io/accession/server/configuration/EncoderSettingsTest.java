package io.accession.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncoderSettingsTest {

    @TempDir
    private Path directory = Path.of("");

    private ServerConfiguration read(String toml) throws IOException {
        var file = Files.writeString(directory.resolve("some.toml"), toml);
        var environment = Map.of("ACCESSION_DATA", directory.resolve("data").toString());
        return ServerConfiguration.read(file, environment, List.of());
    }

    @Test
    void everyEmbeddingMayHaveAnEncoder() throws IOException {
        var model = Files.createFile(directory.resolve("text.onnx"));
        var tokenizer = Files.createFile(directory.resolve("tokenizer.json"));
        var token = Files.createFile(directory.resolve("token"));

        var configuration = read("""
                [search]
                meaning = true
                content = false
                [encoders.look]
                url = "http://localhost:8080/v1/embeddings"
                model = "clip"
                token-file = '%s'
                [encoders."my.key"]
                model-file = '%s'
                tokenizer-file = '%s'
                [encoders.notes]
                built-in = true
                """.formatted(token, model, tokenizer));

        assertThat(configuration.search())
                .isEqualTo(new SearchConfiguration(
                        false,
                        true,
                        List.of(
                                new KeyEncoder.Endpoint(
                                        "look", URI.create("http://localhost:8080/v1/embeddings"), "clip", token),
                                new KeyEncoder.ModelFiles("my.key", model, tokenizer),
                                new KeyEncoder.BuiltIn("notes"))));
        assertThat(configuration.effective())
                .anySatisfy(value -> assertThat(value.key()).isEqualTo("encoders.my.key.model-file"));
    }

    @Test
    void withoutSettingsContentIsReadAndMeaningIsNotKnown() throws IOException {
        assertThat(read("").search()).isEqualTo(new SearchConfiguration(true, false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            url = "ftp://x/"\\nmodel = "m"            | encoders.look.url        | an http or https URL
            url = "http://u:p@x/"\\nmodel = "m"       | encoders.look.url        | without a user
            url = "http://x/"                         | encoders.look.url        | a model is needed
            url = "http://x/"\\nbuilt-in = true       | encoders.look.built-in   | and not several
            url = "http://x/"\\nmodel = "m"\\ntokenizer-file = "t" | encoders.look.tokenizer-file | does not go with url
            model-file = "/nowhere.onnx"              | encoders.look.model-file | a tokenizer-file
            model-file = "/nowhere.onnx"\\ntokenizer-file = "/n.json" | encoders.look.model-file | /nowhere.onnx is none
            model = "m"                               | encoders.look.model      | one of built-in = true
            built-in = false                          | encoders.look.built-in   | true is allowed
            built_in = true                           | encoders.look.built_in   | did you mean built-in
            """)
    void whatIsWrongWithAnEncoderIsTold(String table, String key, String message) {
        var refused = catchThrowableOfType(
                ConfigurationException.class, () -> read("[encoders.look]\n" + table.replace("\\n", "\n")));

        assertThat(refused).isNotNull();
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void anEncoderIsATable() {
        var refused = catchThrowableOfType(ConfigurationException.class, () -> read("[encoders]\nlook = true"));

        assertThat(refused.faults())
                .singleElement()
                .hasToString("encoders.look = *** (from " + directory.resolve("some.toml")
                        + "): a table is expected, such as [encoders.look], with built-in, model, model-file,"
                        + " token-file, tokenizer-file, url");
    }
}
