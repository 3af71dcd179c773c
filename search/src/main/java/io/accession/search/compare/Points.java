package io.accession.search.compare;

/** Things with a distance between each two, numbered from 0 in the order of their registration. For one thread. */
public interface Points {

    int count();

    /** Quick to ask again for the same {@code one}. */
    double distance(int one, int other);

    /** How many numbers are looked at to find a distance. */
    int size();
}
