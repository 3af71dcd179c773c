/** Users, folders, integrations and items in PostgreSQL, as people read them: the ports of {@code core.registry}. */
@NullMarked
package io.accession.catalog.registry;

import org.jspecify.annotations.NullMarked;
