/**
 * Who and what there is: users, folders, storage integrations and items as people read them, and who may do what with them. Comes
 * in: a {@link Principal} with a wish. Goes out: records and {@link Page}s, or a {@link io.accession.core.domain.RegistryError}.
 */
@NullMarked
package io.accession.core.registry;

import org.jspecify.annotations.NullMarked;
