package io.accession.client;

import io.accession.api.numpy.MatrixReader;
import io.accession.api.numpy.NpyWriting;
import io.accession.api.numpy.VectorRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The rows of a matrix with their owners, as the bytes of a structured array. Made while it is read. */
final class VectorTableStream extends InputStream {

    private final MatrixReader matrix;
    private final List<VectorOwner> owners;
    private byte[] part;
    private int at;
    private int row;

    VectorTableStream(MatrixReader matrix, List<VectorOwner> owners) {
        if (matrix.rows() != owners.size()) {
            throw new IllegalArgumentException(
                    "there are " + matrix.rows() + " vectors, but the ids of " + owners.size());
        }
        this.matrix = matrix;
        this.owners = List.copyOf(owners);
        this.part = NpyWriting.tableHeader(matrix.size(), matrix.rows());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == part.length) {
            if (row == owners.size()) {
                return -1;
            }
            var owner = owners.get(row++);
            part = NpyWriting.tableRow(new VectorRow(owner.item(), owner.frame(), matrix.next()));
            at = 0;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, buffer, offset, count);
        at += count;
        return count;
    }
}
