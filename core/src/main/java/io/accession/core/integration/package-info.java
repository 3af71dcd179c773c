/**
 * Storage integrations: a customer's storage and how we reach it. Comes in: what an administrator entered. Goes out: the
 * addressing that object URLs are resolved with, and the port through which an integration becomes an object store.
 */
@NullMarked
package io.accession.core.integration;

import org.jspecify.annotations.NullMarked;
