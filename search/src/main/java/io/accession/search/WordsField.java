package io.accession.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The words of a text, under the name of a field. A text is split once, however many fields it stands in. */
final class WordsField extends Field {

    /** Where in a text a word stands is not asked for. */
    private static final FieldType WORDS = wordsWithoutPlaces();

    private final SplitText text;

    WordsField(String name, SplitText text) {
        super(name, WORDS);
        this.text = text;
    }

    private static FieldType wordsWithoutPlaces() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** {@code before} is what the field gave for another document. */
    @Override
    public TokenStream tokenStream(Analyzer analyzer, TokenStream before) {
        var words = before instanceof Words reused ? reused : new Words();
        words.text = text;
        return words;
    }

    private static final class Words extends TokenStream {

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final BytesRef word = new BytesRef();
        private SplitText text = SplitText.of("");
        private int next;

        @Override
        public void reset() {
            clearAttributes();
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == text.count()) {
                return false;
            }
            text.read(next++, word);
            term.setBytesRef(word);
            return true;
        }
    }
}
