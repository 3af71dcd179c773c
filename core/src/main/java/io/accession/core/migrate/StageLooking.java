package io.accession.core.migrate;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.migrate.AccessChecks.Access;
import io.accession.core.migrate.AccessChecks.Wanted;
import io.accession.core.migrate.MigrationNews.Refused;
import io.accession.core.migrate.MigrationStage.Candidate;
import io.accession.core.migrate.MigrationStage.Placed;
import io.accession.core.migrate.Placing.Place;
import io.accession.core.object.IdentityHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the items of a stage, places each, and tells what cannot be. For one thread. */
final class StageLooking {

    private static final int PAGE = 2_000;
    private static final int COMPOSITES = 20;

    /** After so many failures nobody wants to wait for the rest. */
    private static final int MOST_REFUSED = 1_000;

    private static final int MOST_TWINS = 1_000;

    private final MigrationStage stage;
    private final Placing placing;
    private final @Nullable AccessChecks checks;
    private final MigrationNews news;
    private long looked;
    private long checked;
    private long unchanged;
    private long refused;

    StageLooking(MigrationStage stage, Placing placing, @Nullable AccessChecks checks, MigrationNews news) {
        this.stage = stage;
        this.placing = placing;
        this.checks = checks;
        this.news = news;
    }

    void look() throws IOException, InterruptedException {
        ItemId after = null;
        while (refused < MOST_REFUSED) {
            var page = stage.list(after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            look(page);
            looked += page.size();
            news.looked(looked);
            after = page.getLast().item();
        }
    }

    private void look(List<Candidate> page) throws IOException, InterruptedException {
        var same = new ArrayList<ItemId>();
        var placed = new ArrayList<Placed>();
        var asked = new ArrayList<Candidate>();
        var moves = new ArrayList<Place.New>();
        for (var item : page) {
            switch (placing.place(item)) {
                case Place.Same() -> same.add(item.item());
                case Place.Impossible(var failure) ->
                    refuse(new Refused(item.item(), item.url(), item.wantedUrl(), failure));
                case Place.New move when checks == null || move.location() == null -> placed.add(move.placed());
                case Place.New move -> {
                    asked.add(item);
                    moves.add(move);
                }
            }
        }
        if (checks != null) {
            check(checks, asked, moves, placed);
        }
        unchanged += same.size();
        stage.drop(same);
        stage.place(placed);
    }

    private void check(AccessChecks checks, List<Candidate> asked, List<Place.New> moves, List<Placed> placed)
            throws IOException, InterruptedException {
        var wanted = new ArrayList<Wanted>(moves.size());
        for (int i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            if (move.location() != null) {
                wanted.add(new Wanted(
                        move.integration(), move.location(), asked.get(i).bytes()));
            }
        }
        var found = checks.check(wanted);
        checked += found.size();
        for (int i = 0; i < found.size(); i++) {
            var item = asked.get(i);
            var move = moves.get(i).placed();
            switch (found.get(i)) {
                case Access.There(var stat) ->
                    placed.add(new Placed(move.item(), move.url(), move.identity(), move.isOtherObject(), stat));
                case Access.Refused(var failure) ->
                    refuse(new Refused(item.item(), item.url(), item.wantedUrl(), failure));
            }
        }
    }

    void refuse(Refused item) throws IOException {
        refused++;
        news.failed(item);
    }

    void lookAtComposites(CompositeIdentities identities, @Nullable IntegrationId to) {
        stage.addComposites();
        ItemId after = null;
        while (true) {
            var page = stage.listComposites(after, COMPOSITES, to);
            if (page.isEmpty()) {
                return;
            }
            var changed = new HashMap<ItemId, IdentityHash>();
            for (var composite : page) {
                identities.changed(composite).ifPresent(identity -> changed.put(composite.item(), identity));
            }
            stage.identify(changed);
            after = page.getLast().item();
        }
    }

    /** How many there are; not all of many are told one by one. */
    long tellTwins() throws IOException {
        long twins = stage.findTwins();
        for (var twin : stage.listTwins(MOST_TWINS)) {
            news.duplicate(twin);
        }
        return twins;
    }

    long checked() {
        return checked;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return refused;
    }
}
