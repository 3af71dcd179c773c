/** What every search index promises, and a small one that keeps its promises slowly. */
@NullMarked
package io.accession.testkit.search;

import org.jspecify.annotations.NullMarked;
