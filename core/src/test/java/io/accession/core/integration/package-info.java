@org.jspecify.annotations.NullMarked
package io.accession.core.integration;
