package io.accession.encoder;

import io.accession.core.schema.JsonValues;
import io.accession.encoder.WordPieces.BertText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code tokenizer.json} of Hugging Face's tokenizers. What it asks for and what is not known here is refused: near enough is wrong. */
final class TokenizerFile {

    private static final int LONGEST_OF_BERT = 512;
    private static final int LONGEST_OF_CLIP = 77;
    private static final int LONGEST_WORD = 100;

    private final Map<?, ?> file;
    private final Map<?, ?> model;

    private TokenizerFile(Map<?, ?> file) {
        this.file = file;
        this.model = object(file, "model");
    }

    static Tokenizer read(String json) throws UnusableModelException {
        try {
            if (JsonValues.read(json) instanceof Map<?, ?> file) {
                return new TokenizerFile(file).tokenizer();
            }
            throw new UnusableModelException("The tokenizer is no JSON object.");
        } catch (IOException e) {
            throw new UnusableModelException("The tokenizer is not valid JSON: " + e.getMessage(), e);
        }
    }

    private Tokenizer tokenizer() throws UnusableModelException {
        return switch (text(model, "type")) {
            case "WordPiece" -> tokenizer(wordPieces(), LONGEST_OF_BERT, "[CLS]", "[SEP]", "[PAD]");
            case "BPE" -> tokenizer(bytePairs(), LONGEST_OF_CLIP, "<|startoftext|>", "<|endoftext|>", "<|endoftext|>");
            case String other ->
                throw new UnusableModelException("The tokenizer is of the type '" + other
                        + "'. Those of BERT (WordPiece) and of CLIP (BPE) can be used.");
        };
    }

    private Tokenizer tokenizer(Pieces pieces, int longest, String begin, String end, String padding)
            throws UnusableModelException {
        var most = object(file, "truncation").get("max_length") instanceof Number given ? given.intValue() : longest;
        if (most <= Tokenizer.AROUND) {
            throw new UnusableModelException("The tokenizer cuts texts to " + most + " pieces, which leaves nothing.");
        }
        var padded = object(file, "padding").get("pad_id") instanceof Number given ? given.intValue() : number(padding);
        return new Tokenizer(pieces, number(begin), number(end), padded, most);
    }

    private WordPieces wordPieces() throws UnusableModelException {
        var normalizer = object(file, "normalizer");
        require("normalizer", text(normalizer, "type"), "BertNormalizer");
        require("pre_tokenizer", text(object(file, "pre_tokenizer"), "type"), "BertPreTokenizer");
        boolean isLowered = flag(normalizer, "lowercase", true);
        var bert = new BertText(
                flag(normalizer, "clean_text", true),
                flag(normalizer, "handle_chinese_chars", true),
                flag(normalizer, "strip_accents", isLowered),
                isLowered);
        return new WordPieces(
                vocabulary(),
                model.get("continuing_subword_prefix") instanceof String prefix ? prefix : "##",
                number(model.get("unk_token") instanceof String unknown ? unknown : "[UNK]"),
                model.get("max_input_chars_per_word") instanceof Number most ? most.intValue() : LONGEST_WORD,
                bert);
    }

    private BytePairs bytePairs() throws UnusableModelException {
        for (var step : steps(object(file, "normalizer"), "normalizers")) {
            if (!Set.of("NFC", "Lowercase", "Replace").contains(text(step, "type"))) {
                throw unknown("normalizer", text(step, "type"), "CLIP's");
            }
        }
        for (var step : steps(object(file, "pre_tokenizer"), "pretokenizers")) {
            if (!Set.of("Split", "ByteLevel").contains(text(step, "type"))) {
                throw unknown("pre_tokenizer", text(step, "type"), "CLIP's");
            }
        }
        var suffix = model.get("end_of_word_suffix") instanceof String given ? given : "";
        require("end_of_word_suffix", suffix, "</w>");
        var ranks = new HashMap<String, Integer>();
        for (var merge : list(model.get("merges"))) {
            ranks.putIfAbsent(
                    merge instanceof List<?> pair && pair.size() == 2
                            ? pair.getFirst() + " " + pair.getLast()
                            : String.valueOf(merge),
                    ranks.size());
        }
        var unknown = model.get("unk_token") instanceof String given ? given : "<|endoftext|>";
        return new BytePairs(vocabulary(), ranks, suffix, number(unknown));
    }

    private Map<String, Integer> vocabulary() {
        var vocabulary = new HashMap<String, Integer>();
        object(model, "vocab").forEach((piece, number) -> {
            if (number instanceof Number given) {
                vocabulary.put(String.valueOf(piece), given.intValue());
            }
        });
        return vocabulary;
    }

    /** The number of a piece that has to be there. */
    private int number(String piece) throws UnusableModelException {
        if (object(model, "vocab").get(piece) instanceof Number number) {
            return number.intValue();
        }
        for (var added : list(file.get("added_tokens"))) {
            if (added instanceof Map<?, ?> token
                    && piece.equals(token.get("content"))
                    && token.get("id") instanceof Number number) {
                return number.intValue();
            }
        }
        throw new UnusableModelException("The tokenizer does not know the piece '" + piece + "'.");
    }

    private static List<? extends Map<?, ?>> steps(Map<?, ?> step, String name) {
        return "Sequence".equals(text(step, "type"))
                ? list(step.get(name)).stream().map(TokenizerFile::object).toList()
                : List.of(step);
    }

    private static void require(String what, String given, String known) throws UnusableModelException {
        if (!known.equals(given)) {
            throw unknown(what, given, "'" + known + "'");
        }
    }

    private static UnusableModelException unknown(String what, String given, String known) {
        return new UnusableModelException(
                "The tokenizer's " + what + " is '" + given + "'; only " + known + " can be used.");
    }

    private static Map<?, ?> object(Map<?, ?> in, String name) {
        return object(in.get(name));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> in, String name) {
        return in.get(name) instanceof String text ? text : "";
    }

    private static boolean flag(Map<?, ?> in, String name, boolean otherwise) {
        return in.get(name) instanceof Boolean flag ? flag : otherwise;
    }
}
