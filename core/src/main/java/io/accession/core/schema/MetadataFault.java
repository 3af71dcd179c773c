package io.accession.core.schema;

/**
 * A value that does not fit its key's type.
 *
 * @param pointer where it is in the metadata: a JSON Pointer
 * @param isUsed it could be understood all the same
 */
public record MetadataFault(String pointer, String message, boolean isUsed) {

    private static final String RESERVED = "$encord";

    /**
     * The key of the metadata whose value it is, for counting: of a frame's metadata, the key there. What is wrong with the frames themselves or with
     * how they are sampled counts as {@code $encord.frames} and {@code $encord.config}.
     */
    public String key() {
        var steps = pointer.substring(1).split("/", -1);
        if (!steps[0].equals(RESERVED) || steps.length == 1) {
            return unescaped(steps[0]);
        }
        boolean isOfFrame = steps[1].equals("frames") && steps.length > 3;
        return isOfFrame ? unescaped(steps[3]) : RESERVED + "." + unescaped(steps[1]);
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
