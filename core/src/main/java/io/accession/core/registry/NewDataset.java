package io.accession.core.registry;

/** A dataset to be created, for its creator. {@code mirrorsFolder}: together with a top-level folder of the same name, whose items are its rows. */
public record NewDataset(String title, String description, boolean mirrorsFolder) {

    public NewDataset {
        Names.check("/title", title);
        Texts.check("/description", description);
    }
}
