package io.accession.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What {@code openapi.yaml} says and what the server does. */
final class OpenApiAgreementTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final JsonNode DESCRIPTION =
            SERVER.get("nobody", "/api/v1/openapi.json").body();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Set<String> described() {
        return DESCRIPTION
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(toSet());
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOperationHasItsRoute() {
        var routes = SERVER.operations().stream()
                .filter(operation -> !operation.path().startsWith("/observe/"))
                .map(operation -> operation.method().text() + " " + operation.path())
                .collect(toSet());

        assertThat(routes).isEqualTo(described());
    }

    @Test
    void whatNeedsNoTokenIsDescribedSo() {
        for (var operation : SERVER.operations()) {
            if (!operation.path().startsWith("/observe/")) {
                var described = DESCRIPTION
                        .path("paths")
                        .path(operation.path())
                        .path(operation.method().text().toLowerCase(Locale.ROOT));
                assertThat(described.path("security").isArray()
                                && described.path("security").isEmpty())
                        .as("%s", operation)
                        .isEqualTo(operation.isOpen());
            }
        }
    }

    @Test
    void answersHaveTheShapesThatAreDescribed() {
        var folder =
                SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"shapes\"}").body();
        var item = SERVER.rows().addItem(UUID.fromString(folder.path("id").asText()), "image", "shape.jpg");
        var integration = SERVER.post(
                        ADMIN, "/api/v1/integrations", "{\"title\":\"shapes\",\"settings\":{\"type\":\"direct\"}}")
                .body();

        var answers = Map.of(
                "Folder", folder,
                "Integration", integration,
                "ItemSummary",
                        SERVER.get(ADMIN, "/api/v1/folders/" + folder.path("id").asText() + "/items")
                                .body()
                                .at("/results/0"),
                "Item", SERVER.get(ADMIN, "/api/v1/items/" + item).body(),
                "User", SERVER.get(ADMIN, "/api/v1/users").body().at("/results/0"),
                "Version", SERVER.get(ADMIN, "/api/v1/version").body(),
                "Page", SERVER.get(ADMIN, "/api/v1/folders").body(),
                "Problem", SERVER.get(ADMIN, "/api/v1/folders?limit=0").body());

        answers.forEach((schema, answer) -> new Shape(DESCRIPTION).check(schema, answer));
    }

    @Test
    void anItemShowsItsMetadataAndItsMediaFacts() {
        var folder =
                SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"facts\"}").body();
        var id = SERVER.rows().addItem(UUID.fromString(folder.path("id").asText()), "image", "facts.jpg");

        var item = SERVER.get(ADMIN, "/api/v1/items/" + id).body();

        assertThat(item.at("/clientMetadata/city").asText()).isEqualTo("Berlin");
        assertThat(item.at("/media/width").asInt()).isEqualTo(4);
    }
}
