@NullMarked
package io.accession.testkit.search;

import org.jspecify.annotations.NullMarked;
