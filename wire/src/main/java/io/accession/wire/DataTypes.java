package io.accession.wire;

import io.accession.core.domain.ItemKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of items by the names that rows of datasets have for them. */
final class DataTypes {

    private static final Set<String> OTHERS = Set.of("DICOM_STUDY", "SCENE");

    private DataTypes() {}

    static String of(ItemKind kind) {
        return switch (kind) {
            case VIDEO -> "VIDEO";
            case AUDIO -> "AUDIO";
            case PDF -> "PDF";
            case PLAIN_TEXT -> "PLAIN_TEXT";
            case IMAGE -> "IMAGE";
            case IMAGE_GROUP, IMAGE_SEQUENCE -> "IMG_GROUP";
            case DICOM_SERIES, DICOM_FILE -> "DICOM";
            case NIFTI -> "NIFTI";
            case GROUP -> "GROUP";
        };
    }

    static Set<ItemKind> kinds(Collection<String> types) {
        var kinds = EnumSet.noneOf(ItemKind.class);
        for (var type : types) {
            var found = Arrays.stream(ItemKind.values())
                    .filter(kind -> of(kind).equals(type))
                    .toList();
            if (found.isEmpty() && !OTHERS.contains(type)) {
                throw WireCall.invalid("data_types", "There is no type of data named '" + type + "'.");
            }
            kinds.addAll(found);
        }
        return kinds;
    }
}
