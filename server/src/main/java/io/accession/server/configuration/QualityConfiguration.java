package io.accession.server.configuration;

/**
 * Whether and how quickly pictures are measured.
 *
 * @param automatic all that is registered, without anybody asking for it
 * @param perMinute by one process; 0 switches measuring off
 */
public record QualityConfiguration(boolean automatic, int perMinute) {

    private static final int FASTEST = 1_000_000;

    static QualityConfiguration of(Values values) {
        return new QualityConfiguration(
                values.flag(Keys.QUALITY_AUTOMATIC), values.number(Keys.QUALITY_PER_MINUTE, 0, FASTEST));
    }

    public boolean isOn() {
        return perMinute > 0;
    }
}
