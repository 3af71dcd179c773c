/** A server that speaks the part of Google Cloud Storage's JSON API that Accession uses, and checks who asks as Google does. */
@NullMarked
package io.accession.testkit.gcs;

import org.jspecify.annotations.NullMarked;
