package io.accession.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi.yaml} and the records together. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = document();

    /** Besides those whose name begins with New. */
    private static final Set<Class<?>> REQUESTS = Set.of(
            CheckRequest.class,
            CollectionEdit.class,
            FilterPresetEdit.class,
            FolderChange.class,
            FolderMove.class,
            ItemMove.class,
            ItemRemoval.class,
            ItemUpdate.class,
            ItemUpdates.class,
            ProfileChange.class,
            SeenNotifications.class,
            PasswordChange.class,
            PointSelection.class,
            UserChange.class);

    @ParameterizedTest
    @MethodSource("recordsWithSchema")
    void aSchemaHasThePropertiesOfItsRecord(Class<?> type) {
        assertThat(properties(schema(type))).isEqualTo(names(type, Arrays.asList(type.getRecordComponents())));
    }

    @ParameterizedTest
    @MethodSource("recordsWithSchema")
    void aSchemaRequiresWhatItsRecordRequires(Class<?> type) {
        var required = Arrays.stream(type.getRecordComponents())
                .filter(component -> isRequired(type, component))
                .toList();

        assertThat(required(schema(type))).isEqualTo(names(type, required));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everySchemaOfAnObjectHasARecord() {
        var described = new TreeSet<String>();
        DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(described::add);
        described.removeAll(Set.of(
                "JobState", "ItemKind", "MetadataMode", "Page", "NewIntegrationSettings", "IntegrationSettings"));
        described.removeAll(Set.of(
                "MediaDescription", "FacetCounts", "ManifestEvent", "DriftEvent", "MigrationEvent", "MetadataFields"));

        assertThat(recordsWithSchema().map(OpenApiTest::schemaName)).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everyProblemTypeIsListed() {
        var listed = DOCUMENT.at("/components/schemas/Problem/properties/type/examples");

        assertThat(listed)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::uri)
                        .toList());
    }

    static Stream<Class<?>> recordsWithSchema() {
        return Stream.of(
                        Version.class,
                        NewFolder.class,
                        Folder.class,
                        FolderChange.class,
                        FolderMove.class,
                        FolderSummary.class,
                        FolderQuality.class,
                        NewFolderSync.class,
                        ItemUpdate.class,
                        ItemUpdates.class,
                        UpdatedItems.class,
                        PastMetadata.class,
                        ItemUses.class,
                        Strictness.class,
                        ShortLivedToken.class,
                        NewStrictness.class,
                        FolderSync.class,
                        SyncRun.class,
                        NewIntegration.class,
                        NewIntegrationSettings.class,
                        Integration.class,
                        IntegrationSettings.class,
                        CheckRequest.class,
                        CheckReport.class,
                        UploadJob.class,
                        Warning.class,
                        UnitFailure.class,
                        PlanReport.class,
                        NewManifest.class,
                        NewUploadPlaces.class,
                        UploadPlaces.class,
                        NewUploadedFiles.class,
                        ItemSummary.class,
                        Item.class,
                        ItemMove.class,
                        ItemRemoval.class,
                        RemovedItems.class,
                        SignedUrl.class,
                        MediaDescription.class,
                        NewDataset.class,
                        Dataset.class,
                        NewDataRows.class,
                        DataRow.class,
                        DataRowIds.class,
                        NewSearch.class,
                        SearchResults.class,
                        FacetCounts.class,
                        NewNearDuplicates.class,
                        NearDuplicates.class,
                        NewComparison.class,
                        ComparedItems.class,
                        ComparedItem.class,
                        SearchableField.class,
                        EncodedField.class,
                        NewFilterPreset.class,
                        FilterPreset.class,
                        FilterPresetEdit.class,
                        NewCollection.class,
                        Collection.class,
                        CollectionEdit.class,
                        CollectionChange.class,
                        MetadataSchema.class,
                        MetadataViolations.class,
                        NewMigration.class,
                        EmbeddingImport.class,
                        EmbeddingRemoval.class,
                        EmbeddingMap.class,
                        PointSelection.class,
                        NewReencoding.class,
                        Reencoding.class,
                        IndexStatus.class,
                        NewUser.class,
                        User.class,
                        NewToken.class,
                        IssuedToken.class,
                        NewSession.class,
                        Session.class,
                        NewFirstAdmin.class,
                        Notifications.class,
                        SeenNotifications.class,
                        NewPassword.class,
                        PasswordChange.class,
                        PasswordLink.class,
                        ProfileChange.class,
                        NewSshKey.class,
                        SshKey.class,
                        Token.class,
                        UserChange.class,
                        UserGroup.class,
                        NewUserGroup.class,
                        NewGroupMember.class,
                        Roles.class,
                        NewRole.class,
                        Problem.class)
                .<Class<?>>flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .filter(Class::isRecord)
                .filter(type -> type != Problem.Place.class);
    }

    private static boolean isRequired(Class<?> type, RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean isRequest = type.getName().contains(".New") || REQUESTS.contains(type);
        boolean leavesOut =
                type.isAnnotationPresent(JsonInclude.class) || MediaDescription.class.isAssignableFrom(type);
        if (isRequest) {
            return !nullable && !component.getType().isPrimitive();
        }
        return !leavesOut || !nullable;
    }

    private static Set<String> names(Class<?> type, List<RecordComponent> components) {
        var names = new TreeSet<String>();
        for (var component : components) {
            var given = component.getAccessor().getAnnotation(JsonProperty.class);
            names.add(given == null ? component.getName() : given.value());
        }
        var owner = type.getDeclaringClass();
        if (owner != null && owner.isAnnotationPresent(JsonSubTypes.class)) {
            names.add("type");
        }
        return names;
    }

    private static JsonNode schema(Class<?> type) {
        return DOCUMENT.at("/components/schemas").path(schemaName(type));
    }

    private static String schemaName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Set<String> properties(JsonNode schema) {
        var names = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> required(JsonNode schema) {
        var names = new ArrayList<String>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return new TreeSet<>(names);
    }

    private static JsonNode document() {
        try (var stream = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
