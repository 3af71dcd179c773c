/**
 * What is said over {@code /api/v1}: a record per schema of {@code openapi.yaml}, the problem document, and the JSON that both sides write.
 * Every property of an answer is always there; one without a value is null. Only problems and media facts leave such properties out.
 */
@NullMarked
package io.accession.api;

import org.jspecify.annotations.NullMarked;
