package io.trainyard.console;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.store.Quota;
import io.trainyard.strategy.StrategyDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** On which terms a strategy is run, whatever runs it. */
final class RunOptions {

    @Option(
            names = "--cash",
            paramLabel = "AMOUNT",
            description = "The money at the beginning. Default: ${DEFAULT-VALUE}.")
    private double cash = 100_000;

    @Option(
            names = "--tier",
            paramLabel = "MB",
            converter = TierConverter.class,
            description = "The tier of the training budget: 512, 1024 or 2048. Default: the strategy's.")
    private @Nullable Tier tier;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "The plan of the store: ${COMPLETION-CANDIDATES}. Default: the strategy's.")
    private @Nullable Plan plan;

    double cash() {
        return cash;
    }

    /** The tier in place of the strategy's. */
    Optional<Tier> tier() {
        return Optional.ofNullable(tier);
    }

    /** What the store may hold. */
    Quota quota(StrategyDefinition strategy) {
        return Quota.of(plan != null ? plan : strategy.plan());
    }

    static final class TierConverter implements ITypeConverter<Tier> {
        @Override
        public Tier convert(String value) {
            for (Tier tier : Tier.values()) {
                if (value.equals(String.valueOf(tier.memoryMegabytes())) || value.equalsIgnoreCase(tier.name())) {
                    return tier;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a tier: 512, 1024 or 2048");
        }
    }
}
