package io.accession.core.search;

import io.accession.core.curation.SdkPreset;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads filters (docs/guides/search.md). What is wrong goes to the faults, all of it; nothing comes of it then. For one search. */
final class FilterReader {

    private static final int DEPTH = 32;
    private static final int CLAUSES = 1_000;

    /** Each costs a look into the catalogue. */
    private static final int PLACES = 50;

    private static final Set<String> FORMS =
            Set.of("and", "or", "not", "field", "words", "frames", "folder", "collection", "items", "map", "preset");

    /** What can be asked of a frame. */
    private static final Set<String> FRAME_FORMS = Set.of("and", "or", "not", "field", "words", "map");

    private static final Filter NOTHING = new Filter.Or(List.of());

    private final SearchFields fields;
    private final Places places;
    private final SearchFaults faults;
    private int clauses;
    private int lookedUp;
    private boolean isInPreset;
    private boolean isInFrames;

    FilterReader(SearchFields fields, Places places, SearchFaults faults) {
        this.fields = fields;
        this.places = places;
        this.faults = faults;
    }

    /** Nothing passes what could not be read. */
    Filter read(GivenValue given) {
        return read(given, 1).orElse(NOTHING);
    }

    /** The same for frames. */
    Filter readFrames(GivenValue given) {
        isInFrames = true;
        return read(given);
    }

    private Optional<Filter> read(GivenValue given, int depth) {
        if (++clauses > CLAUSES) {
            return clauses == CLAUSES + 1
                    ? given.fault("A search has at most 1,000 filters. Ask for many values of one field with 'in'.")
                    : Optional.empty();
        }
        if (depth > DEPTH) {
            return given.fault("Filters nest at most " + DEPTH + " levels deep.");
        }
        if (!(given.value() instanceof Map<?, ?> map)) {
            return given.fault("A filter is an object, such as {\"field\": \"kind\", \"equals\": \"image\"}.");
        }
        var object = new GivenObject(map, given.pointer(), faults);
        if (object.has("field")) {
            return new FieldFilterReading(object, fields).read().filter(_ -> !isInFrames || isOfFrames(object));
        }
        var forms = new TreeSet<>(object.names());
        forms.retainAll(FORMS);
        if (forms.size() != 1) {
            return object.fault("A filter has one of " + SearchFaults.list(FORMS) + "; this one has "
                    + (forms.isEmpty() ? "none" : SearchFaults.list(forms)) + ".");
        }
        if (isInFrames && !FRAME_FORMS.contains(forms.getFirst())) {
            return object.fault("Of frames only their metadata and their places on maps can be asked: put '"
                    + forms.getFirst() + "' beside 'frames' and join both with 'and'.");
        }
        return read(object, forms.getFirst(), depth);
    }

    private boolean isOfFrames(GivenObject condition) {
        var property = condition.require("field").flatMap(GivenValue::text).flatMap(ItemProperty::find);
        property.ifPresent(found -> condition.fault("Of frames only keys of the metadata can be asked, not '"
                + found.wireName() + "', which is a property of the item."));
        return property.isEmpty();
    }

    private Optional<Filter> frames(GivenValue given, int depth) {
        isInFrames = true;
        var filter = read(given, depth + 1);
        isInFrames = false;
        return filter.map(Filter.Frames::new);
    }

    private Optional<Filter> read(GivenObject object, String form, int depth) {
        object.refuseAllBut(form.equals("folder") ? Set.of("folder", "deep") : Set.of(form));
        return object.find(form).flatMap(given -> switch (form) {
            case "and" -> Optional.of(new Filter.And(readAll(given, depth)));
            case "or" -> Optional.of(new Filter.Or(readAll(given, depth)));
            case "not" -> read(given, depth + 1).map(Filter.Not::new);
            case "words" -> FieldFilterReading.words(null, given);
            case "frames" -> frames(given, depth);
            case "folder" -> folder(object, given);
            case "collection" -> collection(given);
            case "items" -> Optional.of(items(given));
            case "map" -> new MapFilterReading(fields).read(given);
            case "preset" -> preset(given, depth);
            default -> throw new IllegalStateException("a form without reading: " + form);
        });
    }

    private List<Filter> readAll(GivenValue given, int depth) {
        var filters = new ArrayList<Filter>();
        given.list(CLAUSES).forEach(one -> read(one, depth + 1).ifPresent(filters::add));
        return filters;
    }

    private Optional<Filter> folder(GivenObject object, GivenValue given) {
        boolean deep = object.find("deep").flatMap(GivenValue::flag).orElse(true);
        return given.id().filter(id -> mayLookUp(given)).flatMap(id -> {
            var folders = places.folders(new FolderId(id), deep);
            return folders.isPresent()
                    ? folders.map(Filter.InFolders::new)
                    : given.fault("There is no folder '" + id + "', or you may not use it.");
        });
    }

    private Optional<Filter> collection(GivenValue given) {
        return given.id().filter(id -> mayLookUp(given)).flatMap(id -> {
            var items = places.collected(id);
            return items.isPresent()
                    ? items.map(Filter.Items::new)
                    : given.fault("There is no collection '" + id + "', or you may not use it.");
        });
    }

    private static Filter items(GivenValue given) {
        var items = new HashSet<ItemId>();
        given.list(FieldFilterReading.MOST)
                .forEach(one -> one.id().map(ItemId::new).ifPresent(items::add));
        return new Filter.Items(items);
    }

    /** What is wrong inside of a preset is told where the search names it. */
    private Optional<Filter> preset(GivenValue given, int depth) {
        if (isInPreset) {
            return given.fault("A preset cannot name another preset.");
        }
        return given.id().filter(id -> mayLookUp(given)).flatMap(id -> {
            var definition = places.preset(id);
            return definition.isPresent()
                    ? preset(given, definition.get(), depth)
                    : given.fault("There is no filter preset '" + id + "'.");
        });
    }

    private Optional<Filter> preset(GivenValue given, String definition, int depth) {
        try {
            var own = SavedFilter.find(definition);
            if (own.isEmpty()) {
                return Optional.of(new PresetFilters(places).filter(SdkPreset.read(definition)));
            }
            isInPreset = true;
            var filter = read(new GivenValue(own.get(), given.pointer(), faults), depth + 1);
            isInPreset = false;
            return filter;
        } catch (RegistryException e) {
            return given.fault(e.error().message());
        }
    }

    private boolean mayLookUp(GivenValue given) {
        if (++lookedUp > PLACES) {
            given.fault("A search names at most " + PLACES + " folders, collections and presets.");
            return false;
        }
        return true;
    }
}
