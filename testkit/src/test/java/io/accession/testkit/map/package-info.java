@NullMarked
package io.accession.testkit.map;

import org.jspecify.annotations.NullMarked;
