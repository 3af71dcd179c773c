@org.jspecify.annotations.NullMarked
package io.accession.testkit;
