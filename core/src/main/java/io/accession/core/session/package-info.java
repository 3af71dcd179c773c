/**
 * How people get in with a browser: passwords, sessions and links that work once. What comes in is what somebody shows; what goes out is an
 * open session or a refusal that tells nothing about who has an account.
 */
@NullMarked
package io.accession.core.session;

import org.jspecify.annotations.NullMarked;
