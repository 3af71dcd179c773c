/** A server that speaks S3. */
@NullMarked
package io.accession.testkit.s3;

import org.jspecify.annotations.NullMarked;
