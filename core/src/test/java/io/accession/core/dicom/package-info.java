@NullMarked
package io.accession.core.dicom;

import org.jspecify.annotations.NullMarked;
