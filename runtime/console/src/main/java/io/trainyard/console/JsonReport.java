package io.trainyard.console;

import io.trainyard.strategy.StrategyDefinition;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports as JSON, indented, in the order of their fields. */
final class JsonReport {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private JsonReport() {}

    static String of(BacktestReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static String of(ScheduleReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static String of(MarketReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static String ofMarkets(List<MarketReport.Listed> markets) {
        return MAPPER.writeValueAsString(markets);
    }

    static String of(List<StrategyDefinition> strategies) {
        return MAPPER.writeValueAsString(strategies.stream().map(Declared::of).toList());
    }

    /** A strategy as it is listed. */
    private record Declared(
            String name, String type, String zone, List<String> subscriptions, List<Training> trainings) {
        static Declared of(StrategyDefinition strategy) {
            return new Declared(
                    strategy.name(),
                    strategy.type().getName(),
                    strategy.zone().getId(),
                    strategy.subscriptions().stream().map(Object::toString).toList(),
                    strategy.trainings().stream()
                            .map(training -> new Training(
                                    training.name(),
                                    training.schedules().stream()
                                            .map(Object::toString)
                                            .toList(),
                                    training.fills()))
                            .toList());
        }
    }

    /** A training as it is listed. */
    private record Training(String name, List<String> schedules, List<String> fills) {}
}
