package io.accession.server.demo;

import java.io.PrintStream;

/** Text for people: headings, paragraphs wrapped at the width of the terminal, and indented lines. */
final class Story {

    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;
    private static final String INDENTATION = "  ";

    private final PrintStream out;
    private final int width;
    private int chapters;
    private boolean atGap;

    Story(PrintStream out, int columns) {
        this.out = out;
        this.width = Math.clamp(columns, NARROWEST, WIDEST);
    }

    void chapter(String title) {
        chapters++;
        if (!atGap) {
            gap();
        }
        out.println(chapters + ". " + title);
        gap();
    }

    void paragraph(String text) {
        wrap("", text);
        gap();
    }

    /** A line that is not broken. */
    void line(String text) {
        out.println(INDENTATION + text);
        atGap = false;
    }

    /** Indented, and broken where it has to be. */
    void note(String text) {
        wrap(INDENTATION + INDENTATION, text);
        atGap = false;
    }

    void gap() {
        out.println();
        atGap = true;
    }

    /** For what lays itself out. */
    PrintStream out() {
        atGap = false;
        return out;
    }

    private void wrap(String indentation, String text) {
        var line = new StringBuilder(indentation);
        for (var word : text.split(" ", -1)) {
            boolean isFirst = line.length() == indentation.length();
            if (!isFirst && line.length() + 1 + word.length() > width) {
                out.println(line);
                line = new StringBuilder(indentation);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
        }
        out.println(line);
    }
}
