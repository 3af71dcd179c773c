package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accession.catalog.PostgresJobs;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresFolders;
import io.accession.catalog.registry.PostgresItemChanges;
import io.accession.catalog.registry.PostgresItems;
import io.accession.catalog.registry.PostgresUsers;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import io.accession.core.job.JobItem;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.ListOrder;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of statements does not depend on the number of entries. */
class CostModelTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path spool;

    @Test
    void aSliceCostsTheSameNumberOfStatementsWhateverItsSize() {
        var statements = new AtomicInteger();
        var rooms = new Rooms(counting(statements), spool);

        int small = statementsOf(rooms, statements, 2);
        int large = statementsOf(rooms, statements, 5_000);

        assertThat(large).isEqualTo(small);
    }

    @Test
    void anUnchangedSliceCostsTheSameNumberOfStatementsWhateverItsSize() {
        var statements = new AtomicInteger();
        var rooms = new Rooms(counting(statements), spool);
        var folder = rooms.folder();
        rooms.register(folder, TOLERANT, manifest(5_000));

        rooms.post(folder, TOLERANT, manifest(5_000));
        statements.set(0);
        rooms.planning.planNext();
        int large = statements.get();
        rooms.finish();
        rooms.post(folder, TOLERANT, manifest(2));
        statements.set(0);
        rooms.planning.planNext();

        assertThat(large).isEqualTo(statements.get());
        rooms.finish();
    }

    @Test
    void changesOfItemsCostTheSameNumberOfStatementsWhateverTheirNumber() {
        var statements = new AtomicInteger();
        var rooms = new Rooms(counting(statements), spool);

        int few = statementsOfChanges(rooms, statements, 2);
        int many = statementsOfChanges(rooms, statements, 1_000);

        assertThat(many).isEqualTo(few);
    }

    /** What scripts with the Encord SDK do in loops; who is asking comes to it. */
    @Test
    void theCallsOfALoopCostFewStatements() {
        var statements = new AtomicInteger();
        var rooms = new Rooms(counting(statements), spool);
        var asking = new Principal(rooms.user, "one@example.org", true);
        var items = new PostgresItems(rooms.jdbi);
        var changes = new PostgresItemChanges(rooms.jdbi, 10_000);
        var jobs = new PostgresJobs(rooms.jdbi);
        var folder = rooms.folder();
        var job = rooms.register(folder, TOLERANT, manifest(20));

        statements.set(0);
        var item = items.list(asking, everythingIn(folder), new PageRequest(10, null))
                .results()
                .getFirst()
                .item()
                .id();
        int list = statements.getAndSet(0);
        changes.changeInside(asking, folder, item, ItemChange.replacing("name", "{\"a\": 1}"));
        int change = statements.getAndSet(0);
        jobs.forEachItem(job.terms().id(), one -> {});
        int poll = statements.get();

        assertThat(list).as("the role in the folder; the page").isEqualTo(2);
        assertThat(change).as("locking, writing, reading").isEqualTo(3);
        assertThat(poll).as("the items of a job that has found none").isEqualTo(1);
    }

    /** Planning them takes longer than running them. A list has a statement for each of its kinds of filters. */
    @Test
    void theStatementsOfALoopAreNotPlannedEachTime() {
        var rooms = new Rooms(Jdbi.create(DATABASE.database().dataSource()), spool);
        var asking = new Principal(rooms.user, "one@example.org", true);
        var folder = rooms.folder();
        var job = rooms.register(folder, TOLERANT, manifest(200)).terms().id();
        var item = ItemId.of(job, 0);

        try (var one = new HikariDataSource(
                likeThatOf((HikariDataSource) DATABASE.database().dataSource()))) {
            var jdbi = Jdbi.create(one);
            var changes = new PostgresItemChanges(jdbi, 10_000);
            var folders = new PostgresFolders(jdbi, UUID::randomUUID);
            var jobs = new PostgresJobs(jdbi);
            var users = new PostgresUsers(jdbi, UUID::randomUUID, new SecureRandom());
            var roles = new PostgresItems(jdbi);
            for (int i = 0; i < 30; i++) {
                users.findByKey(new byte[32]);
                folders.read(asking, folder);
                jobs.find(job);
                jobs.forEachItem(job, found -> {});
                roles.listBriefly(asking, everythingIn(folder), new PageRequest(1, null));
                changes.changeInside(asking, folder, item, ItemChange.replacing(null, "{\"a\": " + i + "}"));
            }

            var plannedAnew = jdbi.withHandle(handle ->
                    handle.createQuery(PLANNED_ANEW).mapTo(String.class).list());
            assertThat(plannedAnew).isEmpty();
        }
    }

    private static final String PLANNED_ANEW =
            "SELECT p.statement FROM pg_prepared_statements p WHERE p.custom_plans > 10 AND p.generic_plans = 0";

    private static HikariConfig likeThatOf(HikariDataSource pool) {
        var config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(1);
        return config;
    }

    @Test
    void aJobThatFoundItsItemsListsThemAsTheOneThatRegisteredThem() {
        var rooms = new Rooms(Jdbi.create(DATABASE.database().dataSource()), spool);
        var jobs = new PostgresJobs(rooms.jdbi);
        var folder = rooms.folder();

        var first = rooms.register(folder, TOLERANT, manifest(20)).terms().id();
        var second = rooms.register(folder, TOLERANT, manifest(20)).terms().id();

        assertThat(items(jobs, first)).hasSize(20).containsExactlyInAnyOrderElementsOf(items(jobs, second));
    }

    private static List<JobItem> items(PostgresJobs jobs, JobId job) {
        var items = new ArrayList<JobItem>();
        jobs.forEachItem(job, items::add);
        return items;
    }

    private static ItemFilter everythingIn(FolderId folder) {
        return new ItemFilter(new ItemScope.In(folder, false), "", Set.of(), null, false, ListOrder.CREATED);
    }

    /** Reads, changes, moves and removes them. */
    private static int statementsOfChanges(Rooms rooms, AtomicInteger statements, int number) {
        var asking = new Principal(rooms.user, "one@example.org", false);
        var items = new PostgresItems(rooms.jdbi);
        var changes = new PostgresItemChanges(rooms.jdbi, 10_000);
        var from = rooms.folder();
        var to = rooms.folder();
        rooms.register(from, TOLERANT, manifest(number));
        var ids = items.listBriefly(asking, everythingIn(from), new PageRequest(1_000, null)).results().stream()
                .map(ListedItem::id)
                .toList();
        assertThat(ids).hasSize(number);

        statements.set(0);
        items.readAll(asking, ids);
        changes.change(
                asking,
                ids.stream().collect(Collectors.toMap(id -> id, id -> ItemChange.replacing("name", "{\"a\": 1}"))));
        changes.move(asking, from, ids, to, true);
        changes.remove(asking, to, ids, true);
        return statements.get();
    }

    private static int statementsOf(Rooms rooms, AtomicInteger statements, int entries) {
        rooms.post(rooms.folder(), TOLERANT, manifest(entries));
        statements.set(0);
        rooms.planning.planNext();
        int counted = statements.get();
        rooms.finish();
        return counted;
    }

    private static Jdbi counting(AtomicInteger statements) {
        return Jdbi.create(DATABASE.database().dataSource()).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
    }

    private static String manifest(int images) {
        return IntStream.range(0, images)
                .mapToObj(i -> """
                        {"objectUrl": "s3://b/%d.png", "imageMetadata":
                         {"mimeType": "image/png", "fileSize": 1, "width": 1, "height": 1}}""".formatted(i))
                .collect(Collectors.joining(",", "{\"skip_duplicate_urls\": true, \"images\": [", "]}"));
    }
}
