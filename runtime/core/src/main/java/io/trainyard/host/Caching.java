package io.trainyard.host;

import io.trainyard.market.Tape;
import io.trainyard.market.TapeFingerprint;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.FeeModel;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.training.CodeFingerprint;
import io.trainyard.training.TrainingCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a backtest keeps what its trainings come to.
 *
 * @param store where, null for nowhere
 * @param ingredients what the user says that they depend on
 */
record Caching(@Nullable StoreBackend store, SortedMap<String, String> ingredients) {

    private static final Logger LOG = LoggerFactory.getLogger(Caching.class);

    /** The cache; empty if none is wanted, or it could not be told whether a result still holds. */
    Optional<TrainingCache> cache(
            StrategyDefinition definition, Tape tape, Instant from, Account account, StoreBackend models) {
        if (store == null) {
            return Optional.empty();
        }
        Optional<String> code = CodeFingerprint.of(definition.type());
        if (code.isEmpty()) {
            LOG.warn("{}: no training is cached, since the class files of its code are not there", definition.name());
            return Optional.empty();
        }
        FeeModel fees = account.fees();
        if (fees.toString().equals(fees.getClass().getName() + '@' + Integer.toHexString(fees.hashCode()))) {
            LOG.warn(
                    "{}: no later process will find its trainings in the cache, since {} does not say what it is; make"
                            + " the fees a record, or take one of FeeModel's",
                    definition.name(),
                    fees.getClass().getName());
        }
        try {
            List<String> all = List.of(
                    code.get(),
                    definition.toString(),
                    from.toString(),
                    account.toString(),
                    TrainingCache.contents(models),
                    ingredients.toString());
            return Optional.of(new TrainingCache(store, all, new TapeFingerprint(tape)::at));
        } catch (StoreException e) {
            LOG.warn("{}: no training is cached, since its store cannot be read", definition.name(), e);
            return Optional.empty();
        }
    }
}
