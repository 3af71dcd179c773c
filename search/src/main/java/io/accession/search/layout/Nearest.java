package io.accession.search.layout;

/** The nearest of what was offered, the nearest first. For one thread; to be used again after {@link #clear}. */
public final class Nearest {

    private final int[] numbers;
    private final float[] distances;
    private int count;

    public Nearest(int most) {
        this.numbers = new int[most];
        this.distances = new float[most];
    }

    public void clear() {
        count = 0;
    }

    /** Of equally near ones, that with the lower number is nearer. */
    public void offer(int number, float distance) {
        if (count == numbers.length && !isNearer(number, distance, count - 1)) {
            return;
        }
        int place = count < numbers.length ? count++ : count - 1;
        while (place > 0 && isNearer(number, distance, place - 1)) {
            numbers[place] = numbers[place - 1];
            distances[place] = distances[place - 1];
            place--;
        }
        numbers[place] = number;
        distances[place] = distance;
    }

    private boolean isNearer(int number, float distance, int place) {
        return distance < distances[place] || (distance == distances[place] && number < numbers[place]);
    }

    public int count() {
        return count;
    }

    public int number(int place) {
        return numbers[place];
    }

    /** Squared. */
    public float distance(int place) {
        return distances[place];
    }
}
