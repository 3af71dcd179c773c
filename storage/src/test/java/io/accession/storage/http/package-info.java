@org.jspecify.annotations.NullMarked
package io.accession.storage.http;
