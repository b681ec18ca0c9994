package io.trainyard.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler on H2 in memory, with its pool of ten threads. It polls; every ten seconds where nothing is said, here a
 * hundred times in an interval of the handler, but at most every 2 milliseconds.
 */
final class DbSchedulerCaller implements LateCaller {

    private static final String TABLE =
            "create table scheduled_tasks (task_name varchar(100), task_instance varchar(100),"
                    + " task_data blob, execution_time timestamp(6) with time zone, picked boolean, picked_by varchar(50),"
                    + " last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint, priority int,"
                    + " primary key (task_name, task_instance))";

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:lateness-" + System.nanoTime(), "sa", "");
    private @Nullable Scheduler scheduler;

    @Override
    public void start(LatenessProbe probe, Duration interval, BusyTraining load, int trainings) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("create index execution_time_idx on scheduled_tasks (execution_time)");
        }
        OneTimeTask<Void> training = Tasks.oneTime("training").execute((instance, context) -> load.train(1));
        RecurringTask<Void> handler = Tasks.recurring("handler", new FixedRate(interval))
                .execute((instance, context) -> probe.called(context.getExecution().executionTime));
        long poll = Math.max(2, interval.toMillis() / 100);
        Scheduler started = Scheduler.create(database, training)
                .startTasks(handler)
                .threads(10)
                .pollingInterval(Duration.ofMillis(poll))
                .build();
        scheduler = started;
        for (int i = 0; i < trainings; i++) {
            started.schedule(training.instance("training-" + i), Instant.now());
        }
        started.start();
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
        database.dispose();
    }

    /** From one planned time to the next, where db-scheduler's own delays count from the end of a call. */
    private record FixedRate(Duration interval) implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return done.getExecution().executionTime.plus(interval);
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return now.plusSeconds(1);
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
