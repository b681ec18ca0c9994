package io.trainyard.schedule.declared;

import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Declarations in short: {@code day = FRIDAY; nth = 3; at = 08:00, 20:00; or = day=MONDAY}. */
final class Written {

    private static final Map<String, TradingCalendar> MARKETS = Map.of(
            "us-equity", TradingCalendar.usEquity(),
            "forex", TradingCalendar.forex(),
            "cme-index", TradingCalendar.cmeIndexFutures());

    static final Setting.MarketSource SOURCE = new Setting.MarketSource() {
        @Override
        public Optional<Market> named(String name) {
            return Optional.ofNullable(MARKETS.get(name)).map(calendar -> new Market(name, true, calendar));
        }

        @Override
        public Collection<String> names() {
            return List.of("us-equity", "forex", "cme-index");
        }
    };

    private static final Setting.Symbols SYMBOLS = new Setting.Symbols() {
        @Override
        public Optional<Market> marketOf(String symbol) {
            return known().contains(symbol)
                    ? SOURCE.named(symbol.equals("ES") ? "cme-index" : "us-equity")
                    : Optional.empty();
        }

        @Override
        public Collection<String> known() {
            return List.of("SPY", "ES");
        }
    };

    static final Setting IN_JAVA =
            new Setting(Notation.JAVA, Optional.of(ZoneId.of("America/New_York")), SYMBOLS, SOURCE);

    static final Setting ON_A_COMMAND_LINE =
            new Setting(Notation.OPTIONS, Optional.empty(), Setting.Symbols.any(SOURCE), SOURCE);

    private Written() {}

    static ScheduleWords words(String written) {
        Map<ScheduleElement, List<String>> words = new EnumMap<>(ScheduleElement.class);
        Map<ScheduleElement, List<DateWords>> combined = new EnumMap<>(ScheduleElement.class);
        for (String statement : written.isBlank() ? new String[0] : written.split(";", -1)) {
            String[] sides = statement.strip().split(" = ?", 2);
            ScheduleElement element = ScheduleElement.ofMember(sides[0]).orElseThrow();
            if (ScheduleElement.COMBINATIONS.contains(element)) {
                List<DateWords> dates = combined.computeIfAbsent(element, any -> new ArrayList<>());
                dates.add(
                        sides[1].isBlank()
                                ? new DateWords(Map.of())
                                : CombinedDatesOption.read(new Spot.Part(element, dates.size()), sides[1], mistake -> {
                                    throw new AssertionError(mistake);
                                }));
            } else {
                words.put(element, List.of(sides[1].split(", ?", -1)));
            }
        }
        return new ScheduleWords(words, combined);
    }

    static Optional<Declaration> parse(String written, Setting setting, Consumer<Mistake> mistakes) {
        return DeclarationParser.parse(words(written), setting, mistakes);
    }

    static Declaration parse(String written) {
        return parse(written, IN_JAVA, mistake -> {
                    throw new AssertionError(mistake);
                })
                .orElseThrow();
    }
}
