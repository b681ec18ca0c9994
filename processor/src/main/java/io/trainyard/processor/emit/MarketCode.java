package io.trainyard.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.declared.Market;

/**
 * The code of markets.
 *
 * @param strategy the class whose loader finds the files of markets
 */
record MarketCode(ClassName strategy) {

    /*
     * TradingCalendar.usEquity()
     * Markets.named("hkex", SundayTrend.class)
     */
    CodeBlock of(Market market) {
        return switch (market.builtIn() ? market.name() : "") {
            case "us-equity" -> CodeBlock.of("$T.usEquity()", TradingCalendar.class);
            case "crypto" -> CodeBlock.of("$T.crypto()", TradingCalendar.class);
            case "forex" -> CodeBlock.of("$T.forex()", TradingCalendar.class);
            case "cme-index" -> CodeBlock.of("$T.cmeIndexFutures()", TradingCalendar.class);
            default -> CodeBlock.of("$T.named($S, $T.class)", Markets.class, market.name(), strategy);
        };
    }
}
