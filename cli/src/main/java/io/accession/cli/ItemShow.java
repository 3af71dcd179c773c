package io.accession.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accession.api.Item;
import io.accession.api.Json;
import io.accession.api.MediaDescription;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show an item.")
final class ItemShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "I", description = "Id of the item.")
    private @Nullable UUID id;

    ItemShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (id == null) {
            throw new UsageException("The id of an item is needed.");
        }
        var client = options.connect();
        var item = client.items().read(id);
        var text = text(item);
        options.printer().print(item, () -> text);
        return ExitCodes.DONE;
    }

    private static String text(Item item) throws JsonProcessingException {
        var facts = new Facts()
                .add("Item", item.title())
                .add("Id", item.id())
                .add("Kind", item.kind())
                .add("Folder", item.folderId())
                .add("Object", item.objectUrl())
                .add("Created", Moments.text(item.createdAt()))
                .add("Warnings", item.warnings().isEmpty() ? null : String.join(", ", item.warnings()));
        addMedia(facts, item.media());
        var members = item.members().stream()
                .map(member -> "  " + member.position() + "  " + Terminals.printable(member.objectUrl()) + "\n")
                .collect(Collectors.joining());
        var metadata = item.clientMetadata().isEmpty()
                ? ""
                : "Client metadata\n"
                        + Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(item.clientMetadata());
        var violations = item.violations().stream()
                .map(one -> "  " + Terminals.printable(one.pointer() + "  " + one.message()) + "\n")
                .collect(Collectors.joining());
        return facts.text()
                + (members.isEmpty() ? "" : "Members\n" + members)
                + metadata
                + (violations.isEmpty() ? "" : "\nThese values do not fit the metadata schema\n" + violations);
    }

    /** Media facts under the names that the API gives them, so that a new kind needs nothing here. */
    private static void addMedia(Facts facts, @Nullable MediaDescription media) {
        if (media == null) {
            return;
        }
        ObjectNode node = Json.lenient().valueToTree(media);
        node.properties().stream()
                .filter(fact -> !fact.getValue().isObject() && !fact.getKey().equals("type"))
                .forEach(fact -> facts.add("  " + fact.getKey(), text(fact.getValue())));
    }

    private static String text(JsonNode fact) {
        return fact.isArray()
                ? fact.valueStream().map(JsonNode::asText).collect(Collectors.joining(" x "))
                : fact.asText();
    }
}
