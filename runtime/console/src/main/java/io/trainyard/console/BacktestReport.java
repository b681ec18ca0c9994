package io.trainyard.console;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Restoration;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.portfolio.Performance;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Usage;
import io.trainyard.training.ModelState;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest came to, as it is printed: wall times in the strategy's zone, amounts in the currency of the cash. Holds
 * nothing that differs between two runs of the same strategy over the same bars from the same store, such as how long the
 * machine took.
 *
 * @param strategy its name
 * @param data where the bars came from
 * @param symbols what it subscribes to
 * @param substitutes the symbols whose bars stood in for others
 * @param from when it was deployed
 * @param to when it ended
 * @param slices how many slices it was offered
 * @param withheld how many of them its handlers did not get, because models were not ready
 * @param restored what deployment found in the store
 * @param trainings what became of every training that was due
 * @param stored the stored models at the end
 * @param usage what the store holds
 * @param quota what it may hold
 * @param orders every order
 * @param performance what became of the money
 */
record BacktestReport(
        String strategy,
        String data,
        List<String> symbols,
        Map<String, String> substitutes,
        ZonedDateTime from,
        ZonedDateTime to,
        long slices,
        long withheld,
        List<Restored> restored,
        List<Training> trainings,
        List<Stored> stored,
        Usage usage,
        Quota quota,
        List<Trade> orders,
        Performance performance) {

    static BacktestReport of(BacktestResult result, String data, Map<String, String> substitutes, StoreBackend store) {
        ZoneId zone = result.strategy().zone();
        return new BacktestReport(
                result.strategy().name(),
                data,
                result.strategy().subscriptions().stream().map(Object::toString).toList(),
                substitutes,
                result.from().atZone(zone),
                result.to().atZone(zone),
                result.slices(),
                result.withheld(),
                result.restorations().stream()
                        .map(one -> Restored.of(one, zone))
                        .toList(),
                result.trainings().stream().map(one -> Training.of(one, zone)).toList(),
                result.models().stream().map(one -> Stored.of(one, zone)).toList(),
                store.usage(),
                store.quota(),
                result.orders().stream().map(one -> Trade.of(one, zone)).toList(),
                result.performance());
    }

    /**
     * A version of a stored model.
     *
     * @param number counts the versions of its key, from 1
     * @param bytes how much it takes
     * @param trainedAt when it was complete
     * @param dataEnd when the last bar ended that it could know, null where nobody said
     */
    record Version(
            long number,
            long bytes,
            ZonedDateTime trainedAt,
            @Nullable ZonedDateTime dataEnd) {
        static @Nullable Version of(@Nullable ModelVersion version, ZoneId zone) {
            return version == null
                    ? null
                    : new Version(
                            version.number(),
                            version.size(),
                            version.savedAt().atZone(zone),
                            version.lastData().map(end -> end.atZone(zone)).orElse(null));
        }
    }

    /**
     * What deployment found for one stored field.
     *
     * @param key its key
     * @param version what was put in place, null if nothing was
     * @param problem why what is there could not be used, null if it could
     */
    record Restored(
            String key, @Nullable Version version, @Nullable String problem) {
        static Restored of(Restoration restoration, ZoneId zone) {
            return new Restored(restoration.key(), Version.of(restoration.version(), zone), restoration.problem());
        }
    }

    /** What a training that was due came to. */
    enum Fate {
        TRAINED,
        FAILED,
        REFUSED
    }

    /**
     * A training that was due.
     *
     * @param number from 1
     * @param training the name of its method
     * @param due when
     * @param fate what it came to
     * @param reason why it was refused or failed, null if neither
     * @param stored what it stored
     */
    record Training(
            int number,
            String training,
            ZonedDateTime due,
            Fate fate,
            @Nullable String reason,
            List<Saved> stored) {
        static Training of(TrainingRun run, ZoneId zone) {
            Fate fate = Fate.TRAINED;
            String reason = null;
            List<Saved> stored = List.of();
            if (run.outcome() instanceof Outcome.Succeeded succeeded) {
                stored = succeeded.versions().stream()
                        .map(version -> new Saved(version.key(), version.number(), version.size()))
                        .toList();
            } else if (run.outcome() instanceof Outcome.NotPromoted held) {
                fate = Fate.REFUSED;
                reason = "not promoted: " + held.reason();
            } else if (run.outcome() instanceof Outcome.Failed failed) {
                fate = Fate.FAILED;
                reason = failed.reason();
            } else if (run.outcome() instanceof Outcome.Refused refused) {
                fate = Fate.REFUSED;
                reason = refused.reason();
            } else if (run.outcome() instanceof Outcome.OverLimit over) {
                fate = Fate.FAILED;
                reason = over.reason();
            } else if (run.outcome() instanceof Outcome.Cancelled cancelled) {
                fate = Fate.FAILED;
                reason = "cancelled: " + cancelled.reason();
            } else if (run.outcome() instanceof Outcome.Skipped skipped) {
                fate = Fate.REFUSED;
                reason = "skipped: " + skipped.reason();
            }
            return new Training(run.number(), run.training(), run.due().atZone(zone), fate, reason, stored);
        }
    }

    /**
     * What a training stored.
     *
     * @param key under which key
     * @param version as which version
     * @param bytes how much
     */
    record Saved(String key, long version, long bytes) {}

    /**
     * A stored model at the end.
     *
     * @param key its key
     * @param state its state
     * @param version what is in place, null if nothing is
     */
    record Stored(String key, ModelState state, @Nullable Version version) {
        static Stored of(ModelStatus model, ZoneId zone) {
            return new Stored(
                    model.key(), model.state(), Version.of(model.version().orElse(null), zone));
        }
    }

    /**
     * An order.
     *
     * @param id from 1
     * @param symbol the ticker
     * @param quantity shares or units: positive if bought, negative if sold
     * @param placedAt when it was placed
     * @param status what became of it
     * @param reason why it was rejected, null if it was not
     * @param fill what it came to, null if it was not filled
     */
    record Trade(
            long id,
            String symbol,
            double quantity,
            ZonedDateTime placedAt,
            Order.Status status,
            @Nullable String reason,
            @Nullable Filling fill) {
        static Trade of(Order order, ZoneId zone) {
            return new Trade(
                    order.id(),
                    order.symbol(),
                    order.quantity(),
                    order.placedAt().atZone(zone),
                    order.status(),
                    order.reason().orElse(null),
                    order.fill().map(fill -> Filling.of(fill, zone)).orElse(null));
        }
    }

    /**
     * What an order came to.
     *
     * @param at when it was filled
     * @param price of one share or unit
     * @param fee what it cost
     */
    record Filling(ZonedDateTime at, double price, double fee) {
        static Filling of(Fill fill, ZoneId zone) {
            return new Filling(fill.at().atZone(zone), fill.price(), fill.fee());
        }
    }
}
