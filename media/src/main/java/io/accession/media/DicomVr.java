package io.accession.media;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The value representations of DICOM (PS3.5 section 6.2). */
enum DicomVr {
    AE(Form.WORDS),
    AS(Form.WORDS),
    AT(Form.TAGS),
    CS(Form.WORDS),
    DA(Form.WORDS),
    DS(Form.DECIMAL_TEXTS),
    DT(Form.WORDS),
    FD(Form.FLOATS, 8),
    FL(Form.FLOATS, 4),
    IS(Form.DECIMAL_TEXTS),
    LO(Form.TEXTS),
    LT(Form.TEXT),
    OB(Form.BYTES),
    OD(Form.BYTES),
    OF(Form.BYTES),
    OL(Form.BYTES),
    OV(Form.BYTES),
    OW(Form.BYTES),
    PN(Form.TEXTS),
    SH(Form.TEXTS),
    SL(Form.SIGNED, 4),
    SQ(Form.SEQUENCE),
    SS(Form.SIGNED, 2),
    ST(Form.TEXT),
    SV(Form.SIGNED, 8),
    TM(Form.WORDS),
    UC(Form.TEXTS),
    UI(Form.WORDS),
    UL(Form.UNSIGNED, 4),
    UN(Form.BYTES),
    UR(Form.TEXT),
    US(Form.UNSIGNED, 2),
    UT(Form.TEXT),
    UV(Form.UNSIGNED, 8);

    /** How values are written. */
    enum Form {
        /** ASCII, divided by backslashes. */
        WORDS,
        /** In the file's character set, divided by backslashes. */
        TEXTS,
        /** In the file's character set, not divided. */
        TEXT,
        /** Numbers in ASCII, divided by backslashes. */
        DECIMAL_TEXTS,
        UNSIGNED,
        SIGNED,
        FLOATS,
        TAGS,
        BYTES,
        SEQUENCE
    }

    private static final Map<String, DicomVr> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DicomVr::name, Function.identity()));

    private final Form form;
    private final int bytes;

    DicomVr(Form form) {
        this(form, 0);
    }

    DicomVr(Form form, int bytes) {
        this.form = form;
        this.bytes = bytes;
    }

    Form form() {
        return form;
    }

    /** Of one number; 0 where values are no binary numbers. */
    int bytes() {
        return bytes;
    }

    /** Whether the length behind an explicit representation has four bytes, behind two that are reserved. */
    boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }

    static Optional<DicomVr> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
