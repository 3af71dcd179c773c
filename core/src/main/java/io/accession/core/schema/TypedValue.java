package io.accession.core.schema;

import java.time.Instant;
import java.util.UUID;

/** A value of the metadata as its key's type understands it. */
public sealed interface TypedValue {

    record Flag(boolean value) implements TypedValue {}

    record Moment(Instant value) implements TypedValue {}

    /** Finite. */
    record Quantity(double value) implements TypedValue {}

    record Id(UUID value) implements TypedValue {}

    /** A varchar, a text, a user, or a value of an enum. */
    record Words(String value) implements TypedValue {}

    /** As many finite numbers as its type says. The array is the value's own: do not change it. */
    @SuppressWarnings("ArrayRecordComponent") // vectors are many and long, and nobody compares them
    record Vector(float[] value) implements TypedValue {}

    /** In degrees. */
    record Place(double latitude, double longitude) implements TypedValue {}
}
