/** The REST API {@code /api/v1}, a class per noun: each route is an operation of {@code openapi.yaml}, and each operation has its route. */
@NullMarked
package io.accession.server.rest;

import org.jspecify.annotations.NullMarked;
