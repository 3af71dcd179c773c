package io.accession.bench;

import java.time.Duration;

/** What a server, its database and this process, whose threads are the clients, have used of the processors. */
record ProcessorTimes(Duration server, Duration database, Duration clients) {

    static ProcessorTimes now(BenchServer server) {
        return new ProcessorTimes(
                server.processorTime(),
                server.databaseProcessorTime(),
                BenchServer.processorTime(ProcessHandle.current()));
    }

    ProcessorTimes minus(ProcessorTimes before) {
        return new ProcessorTimes(
                server.minus(before.server), database.minus(before.database), clients.minus(before.clients));
    }

    ProcessorTimes dividedBy(int calls) {
        return new ProcessorTimes(server.dividedBy(calls), database.dividedBy(calls), clients.dividedBy(calls));
    }
}
