package io.accession.core.draft;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Brings objects that belong together next to one another, in the natural order of groups, and within a group by rank, then in the natural
 * order of keys. Sorted runs go to
 * files, which are merged at the end.
 */
final class GroupSorting implements AutoCloseable {

    /** What comes before the key in the order of a group. */
    record Rank(double first, double second) {
        static final Rank SAME = new Rank(0, 0);
        static final Comparator<Rank> ORDER =
                Comparator.comparingDouble(Rank::first).thenComparingDouble(Rank::second);
    }

    /** One object and what it is grouped by. The title of a group is that of its first object. */
    record Member(String group, String title, Rank rank, ListedObject object) {
        static final Comparator<Member> ORDER = Comparator.comparing(Member::group, NaturalOrder.OF_TEXTS)
                .thenComparing(Member::rank, Rank.ORDER)
                .thenComparing(member -> member.object().key(), NaturalOrder.OF_TEXTS)
                .thenComparing(member -> member.object().url());
    }

    @FunctionalInterface
    interface GroupSink {
        void accept(String title, List<ListedObject> objects) throws IOException;
    }

    private static final int RUN = 50_000;

    private final Path directory;
    private final List<Spool> runs = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    GroupSorting(Path directory) {
        this.directory = directory;
    }

    /** {@code group} is its title, too. */
    void add(String group, ListedObject object) throws IOException {
        add(new Member(group, group, Rank.SAME, object));
    }

    void add(Member member) throws IOException {
        members.add(member);
        if (members.size() == RUN) {
            writeRun();
        }
    }

    /** Each group once, with all its objects. */
    void forEach(GroupSink sink) throws IOException {
        writeRun();
        var heads = new PriorityQueue<Run>(Comparator.comparing(run -> run.head, Member.ORDER));
        for (var spool : runs) {
            var in = spool.in();
            next(in).ifPresent(head -> heads.add(new Run(in, head)));
        }
        String group = "";
        String title = "";
        var objects = new ArrayList<ListedObject>();
        while (!heads.isEmpty()) {
            var run = heads.remove();
            if (!objects.isEmpty() && !run.head.group().equals(group)) {
                sink.accept(title, List.copyOf(objects));
                objects.clear();
            }
            title = objects.isEmpty() ? run.head.title() : title;
            group = run.head.group();
            objects.add(run.head.object());
            next(run.in).ifPresent(head -> heads.add(new Run(run.in, head)));
        }
        if (!objects.isEmpty()) {
            sink.accept(title, objects);
        }
    }

    private record Run(DataInputStream in, Member head) {}

    private void writeRun() throws IOException {
        if (members.isEmpty()) {
            return;
        }
        members.sort(Member.ORDER);
        var run = new Spool(directory);
        runs.add(run);
        for (var member : members) {
            run.out().writeUTF(member.group());
            run.out().writeUTF(member.title());
            run.out().writeDouble(member.rank().first());
            run.out().writeDouble(member.rank().second());
            run.out().writeUTF(member.object().key());
            run.out().writeUTF(member.object().url());
        }
        members.clear();
    }

    private static Optional<Member> next(DataInputStream in) throws IOException {
        try {
            return Optional.of(new Member(
                    in.readUTF(),
                    in.readUTF(),
                    new Rank(in.readDouble(), in.readDouble()),
                    new ListedObject(in.readUTF(), in.readUTF(), -1)));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        runs.forEach(Spool::close);
    }
}
