package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;

/** One cell without the space around it. Of a cell that is too long the text is empty. */
record CsvCell(String text, Place place, boolean isTooLong) {

    boolean isBlank() {
        return text.isEmpty() && !isTooLong;
    }

    boolean says(String word) {
        return text.equalsIgnoreCase(word);
    }
}
