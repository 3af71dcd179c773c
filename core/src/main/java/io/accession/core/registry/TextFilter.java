package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** Which texts to list: {@code equal} to one, {@code like} a pattern of SQL; null: all. */
public record TextFilter(@Nullable String equal, @Nullable String like) {

    public static final TextFilter ALL = new TextFilter(null, null);

    public TextFilter {
        if (equal != null) {
            Texts.check("filter", equal);
        }
        if (like != null) {
            Texts.checkPattern("filter", like);
        }
    }
}
