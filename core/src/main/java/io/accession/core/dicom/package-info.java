/**
 * What DICOM tags say (registration-facts section 10), whether they were supplied or probed. Comes in: the tags of a series' files as
 * DICOM JSON. Goes out: why they cannot be one series, or what they say together. No bytes are read here.
 */
@NullMarked
package io.accession.core.dicom;

import org.jspecify.annotations.NullMarked;
