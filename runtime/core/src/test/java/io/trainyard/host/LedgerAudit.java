package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.ledger.BudgetMark;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks through all that one strategy of {@link TradingProgram} has written down, for what must not be. */
final class LedgerAudit {

    private final String strategy;
    private final List<LedgerEntry> entries = new ArrayList<>();

    LedgerAudit(String strategy, List<LedgerEntry> all) {
        this.strategy = strategy;
        all.stream().filter(entry -> entry.event().strategy().equals(strategy)).forEach(entries::add);
    }

    /** Market time of the last entry, or {@code none}. */
    Instant last(Instant none) {
        return entries.isEmpty() ? none : entries.get(entries.size() - 1).market();
    }

    /** Each occasion once, each attempt once, in order, and nothing after the end of its run. */
    Map<String, Integer> nothingTwice() {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> occasions = new HashSet<>();
        Map<Long, Integer> attempts = new HashMap<>();
        Set<Long> over = new HashSet<>();
        for (LedgerEntry entry : entries) {
            counts.merge(name(entry.event()), 1, Integer::sum);
            if (!(entry.event() instanceof RunEvent.OfRun event)) {
                continue;
            }
            if (event instanceof RunEvent.Due due) {
                assertThat(occasions.add(due.training() + " " + due.due()))
                        .as("%s is due once", due)
                        .isTrue();
                assertThat(attempts.put(due.run(), 0)).isNull();
            } else if (!(event instanceof RunEvent.Published) && !(event instanceof RunEvent.Placed)) {
                assertThat(over).as("%s comes before the end of its run", entry).doesNotContain(event.run());
            }
            if (event instanceof RunEvent.Started started) {
                assertThat(attempts.put(started.run(), started.attempt())).isEqualTo(started.attempt() - 1);
            } else if (event instanceof RunEvent.Refused || event instanceof RunEvent.Skipped) {
                over.add(event.run());
            } else if (event instanceof RunEvent.Ended ended && ended.retryAt() == null) {
                over.add(event.run());
            }
        }
        return counts;
    }

    private static String name(RunEvent event) {
        return event instanceof RunEvent.Ended ended
                ? ended.end().name()
                : event.getClass().getSimpleName();
    }

    /**
     * What was missed while no process was there is made up for as declared: {@code "all"} of it, {@code "once"} for the last,
     * {@code "skip"}; and while one was there nothing is left out.
     */
    void missedOnesAreMadeUpForAsDeclared(String training, Schedule declared) {
        Schedule schedule = declared.boundAt(entries.get(0).market());
        Instant handled = entries.get(0).market();
        List<Instant> claimed = new ArrayList<>();
        Instant deployed = null;
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof RunEvent.Deployed) {
                if (deployed != null) {
                    epoch(training, schedule, handled, deployed, claimed);
                    handled = claimed.isEmpty() ? handled : new TreeSet<>(claimed).last();
                    claimed.clear();
                }
                deployed = entry.market();
            } else if (entry.event() instanceof RunEvent.Due due
                    && due.training().equals(training)) {
                claimed.add(due.due());
            }
        }
    }

    private void epoch(String training, Schedule schedule, Instant handled, Instant deployed, List<Instant> claimed) {
        List<Instant> missed =
                handled.isBefore(deployed) ? schedule.between(handled, deployed.minusNanos(1)) : List.<Instant>of();
        List<Instant> wanted = new ArrayList<>();
        if (!missed.isEmpty() && !training.equals("skip")) {
            wanted.addAll(training.equals("all") ? missed : missed.subList(missed.size() - 1, missed.size()));
        }
        Instant from = handled.isBefore(deployed) ? deployed.minusNanos(1) : handled;
        if (!claimed.isEmpty() && claimed.get(claimed.size() - 1).isAfter(from)) {
            wanted.addAll(schedule.between(from, claimed.get(claimed.size() - 1)));
        }
        // what the process did not come to before it was killed is for the next one
        assertThat(claimed)
                .as("%s/%s handled until %s, deployed at %s", strategy, training, handled, deployed)
                .isEqualTo(wanted.subList(0, Math.min(claimed.size(), wanted.size())));
    }

    /** Each mark is what the law of the bucket makes of all starts and ends since the first; a run that was killed gives nothing back. */
    Duration budgetIsConserved(TrainingQuota quota, Function<RunEvent.Ended, Duration> cost) {
        LeakyBucket bucket = LeakyBucket.empty(
                quota.capacity(), quota.leak(), quota.interval(), entries.get(0).market());
        Map<Long, Duration> reserved = new HashMap<>();
        Duration charged = Duration.ZERO;
        long restarts = 1;
        for (LedgerEntry entry : entries) {
            BudgetMark mark = null;
            if (entry.event() instanceof RunEvent.Deployed) {
                restarts++;
            } else if (entry.event() instanceof RunEvent.Started started) {
                reserved.put(started.run(), started.reserved());
                Verdict verdict = bucket.pour(started.reserved(), entry.market());
                assertThat(verdict).as("%s fits", entry).isInstanceOf(Verdict.Granted.class);
                bucket = ((Verdict.Granted) verdict).bucket();
                mark = started.budget();
            } else if (entry.event() instanceof RunEvent.Ended ended) {
                Duration most = reserved.getOrDefault(ended.run(), Duration.ZERO);
                Duration used = cost.apply(ended).compareTo(most) > 0 ? most : cost.apply(ended);
                boolean died = ended.budget() == null;
                charged = charged.plus(died ? most : used);
                bucket = died ? bucket : bucket.settle(most, used, entry.market());
                mark = ended.budget();
            }
            if (mark != null) {
                // a process that follows another takes the level over as it is written, rounded up to the nanosecond
                assertThat(mark.level())
                        .as("%s", entry)
                        .isBetween(
                                bucket.level(entry.market()),
                                bucket.level(entry.market()).plusNanos(restarts));
            }
        }
        return charged;
    }

    /** Every version that the ledger tells of is in the store, and every one in the store is told of as what became of its run. */
    void nothingCommittedIsLost(DiskStore store, List<String> trainings) {
        Map<String, Set<Long>> numbers = new HashMap<>();
        Map<String, RunEnd> ends = new HashMap<>();
        Set<Long> open = new HashSet<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof RunEvent.Committed committed) {
                numbers.computeIfAbsent(committed.key(), key -> new HashSet<>()).add(committed.version());
            } else if (entry.event() instanceof RunEvent.Published published) {
                assertThat(store.version(ObjectKey.of(published.key()), published.version()))
                        .as("%s", entry)
                        .isPresent();
            } else if (entry.event() instanceof RunEvent.Due due) {
                open.add(due.run());
            } else if (entry.event() instanceof RunEvent.Ended ended) {
                ends.put(id(ended.run(), ended.attempt()), ended.end());
                open.remove(ended.run());
            }
        }
        for (String training : trainings) {
            String key = strategy + "/" + training;
            Set<Long> there = new HashSet<>();
            for (ModelVersion version : store.versions(ObjectKey.of(key))) {
                there.add(version.number());
                String run = String.valueOf(
                        Objects.requireNonNull(version.birth().trainedBy()).run());
                RunEnd end = ends.get(run);
                if (end != null) {
                    assertThat(end)
                            .as("%s", version)
                            .isEqualTo(version.candidate() ? RunEnd.NOT_PROMOTED : RunEnd.SUCCEEDED);
                } else {
                    assertThat(open.stream().map(number -> id(number, 1)).toList())
                            .contains(run.replaceAll("[.].*", ""));
                }
            }
            assertThat(there).containsAll(numbers.getOrDefault(key, Set.of()));
        }
    }

    private String id(long run, int attempt) {
        return strategy + "#" + run + (attempt == 1 ? "" : "." + attempt);
    }

    /** What the process said of itself before it died is written down: no start and no model was seen before. */
    void isWrittenDown(List<String[]> said) {
        Set<String> starts = new HashSet<>();
        Set<String> published = new HashSet<>();
        Map<String, String> runs = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof RunEvent.Started started) {
                starts.add(started.run() + " " + started.attempt());
            } else if (entry.event() instanceof RunEvent.Committed committed) {
                runs.put(committed.key() + " " + committed.version(), String.valueOf(committed.run()));
            } else if (entry.event() instanceof RunEvent.Published place) {
                published.add(place.key() + " " + runs.get(place.key() + " " + place.version()));
            }
        }
        for (String[] words : said) {
            if (words[0].equals("trains") && words[1].equals(strategy)) {
                assertThat(starts).contains(words[2] + " " + words[3]);
            } else if (words[0].equals("seen") && words[2].equals(strategy)) {
                assertThat(published).contains(words[1] + " " + words[3]);
            }
        }
    }
}
