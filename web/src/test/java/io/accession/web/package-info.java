@NullMarked
package io.accession.web;

import org.jspecify.annotations.NullMarked;
