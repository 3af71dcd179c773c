package io.accession.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/** Words are what letters and digits stand together, in lower case: {@code cam_01-2024.JPG} has four. Accents belong to their letters. */
final class WordAnalyzer extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = CharTokenizer.fromTokenCharPredicate(WordAnalyzer::belongsToWord);
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }

    private static boolean belongsToWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var stream = tokenStream("", text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
