package io.accession.core.catalogue;

/** An identity that was free when it was looked up is taken now. The transaction is lost; repeating it finds the item. */
public final class IdentityTakenException extends RuntimeException {

    public IdentityTakenException(Throwable cause) {
        super("an identity was taken by a concurrent transaction", cause);
    }
}
