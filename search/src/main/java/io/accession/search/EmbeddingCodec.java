package io.accession.search;

import io.accession.core.schema.FieldType;
import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/** Lucene's own codec, which writes vectors as long as embeddings may be. It is read by Lucene's own, whose names it keeps. */
final class EmbeddingCodec extends Lucene104Codec {

    /** docs/decisions/0085 says where the numbers come from. */
    private static final int CONNECTIONS = 16;

    private static final int EXPLORED_WHEN_BUILT = 100;

    private static final KnnVectorsFormat FORMAT =
            new LongVectors(new Lucene99HnswVectorsFormat(CONNECTIONS, EXPLORED_WHEN_BUILT));

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return FORMAT;
    }

    /** Lucene writes at most 1,024 numbers on its own; the format itself has no such limit. */
    private static final class LongVectors extends KnnVectorsFormat {

        private final KnnVectorsFormat format;

        LongVectors(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return FieldType.Embedding.MOST;
        }
    }
}
