package io.accession.core.object;

/**
 * The answer to one ranged read: the bytes from the asked-for offset on, fewer than asked for only at the end of the object,
 * and the stat that came with them. Owned by the receiver; not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer handed over, never compared
public record ObjectBytes(byte[] bytes, ObjectStat stat) {}
