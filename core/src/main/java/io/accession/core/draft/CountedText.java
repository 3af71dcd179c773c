package io.accession.core.draft;

/** A text that may be looked at only so often. A sound expression looks at each character a few times for each place it may begin at. */
final class CountedText implements CharSequence {

    private static final int LOOKS = 200_000;

    /** Has no stack trace: it comes from deep within. */
    static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("looked at too often", null, false, false);
        }
    }

    private final String text;
    private int left = LOOKS;

    CountedText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
