package io.trainyard.benchmarks;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz with its store in memory and its pool of ten threads, a simple trigger, and a job for each training. */
final class QuartzCaller implements LateCaller {

    private @Nullable Scheduler scheduler;

    @Override
    @SuppressWarnings("JavaUtilDate") // Quartz asks for it
    public void start(LatenessProbe probe, Duration interval, BusyTraining load, int trainings)
            throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "lateness-" + System.nanoTime());
        settings.setProperty("org.quartz.threadPool.threadCount", "10");
        Scheduler started = new StdSchedulerFactory(settings).getScheduler();
        scheduler = started;
        for (int i = 0; i < trainings; i++) {
            started.scheduleJob(
                    newJob(Training.class).setJobData(data("load", load)).build(),
                    newTrigger().startNow().build());
        }
        started.scheduleJob(
                newJob(Handler.class).setJobData(data("probe", probe)).build(),
                newTrigger()
                        .startAt(Date.from(Instant.now().plusSeconds(1)))
                        .withSchedule(simpleSchedule()
                                .withIntervalInMilliseconds(interval.toMillis())
                                .repeatForever())
                        .build());
        started.start();
    }

    private static JobDataMap data(String name, Object value) {
        JobDataMap data = new JobDataMap();
        data.put(name, value);
        return data;
    }

    private static <T> T data(JobExecutionContext context, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(context.getMergedJobDataMap().get(name)));
    }

    @Override
    public void stop() throws SchedulerException {
        if (scheduler != null) {
            scheduler.shutdown(true);
        }
    }

    /** The job that is late; made by Quartz. */
    public static final class Handler implements Job {
        @Override
        @SuppressWarnings("JavaUtilDate") // as above
        public void execute(JobExecutionContext context) {
            data(context, "probe", LatenessProbe.class)
                    .called(context.getScheduledFireTime().toInstant());
        }
    }

    /** The job that trains; made by Quartz. */
    public static final class Training implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            context.setResult(data(context, "load", BusyTraining.class).train(1));
        }
    }
}
