package io.accession.media;

/**
 * What comes in front of an element's value.
 *
 * @param tag group and element, unsigned
 * @param length of the value in bytes, or {@link #UNDEFINED}: then items follow until a delimiter
 * @param encoding that items of the value have
 */
record DicomElement(int tag, DicomVr vr, long length, DicomEncoding encoding) {

    static final long UNDEFINED = 0xFFFF_FFFFL;

    static final int ITEM = 0xFFFEE000;
    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    /** Whether the value consists of items with elements in them. */
    boolean isSequence() {
        return vr == DicomVr.SQ || (isUndefined() && vr == DicomVr.UN);
    }

    String name() {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xFFFF);
    }
}
