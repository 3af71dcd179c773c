/** Measurements, side by side with a yardstick in one run: these machines are noisy, so ratios count. */
@NullMarked
package io.accession.bench;

import org.jspecify.annotations.NullMarked;
