package io.trainyard.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class DriverTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static BarSeries weekdays(String from, double... closes) {
        BarSeries.Builder series = BarSeries.of("AAPL", Resolution.DAILY);
        LocalDate day = LocalDate.parse(from);
        for (double close : closes) {
            while (day.getDayOfWeek().getValue() > 5) {
                day = day.plusDays(1);
            }
            long start = day.atTime(LocalTime.of(9, 30)).atZone(NEW_YORK).toInstant().toEpochMilli();
            long end = day.atTime(LocalTime.of(16, 0)).atZone(NEW_YORK).toInstant().toEpochMilli();
            series.add(start, end, close, close, close, close, 1_000);
            day = day.plusDays(1);
        }
        return series.build();
    }

    @Test
    void backtest() {
        StrategyDriver driver = StrategyDriver.of(SundayTrend.class).build();
        driver.past(weekdays("2024-03-04", 10, 11, 12, 13, 14));
        driver.deploy();
        driver.feed(weekdays("2024-03-11", 14, 15));
        driver.exhaustBudget();
        driver.advanceTo("2024-03-17T08:00");
        driver.fillStore();
        driver.hang("fit");
        driver.advanceTo("2024-03-25T08:00");
        driver.complete("fit", Duration.ofMinutes(3));
        driver.restart();
        driver.fail("fit", new IllegalStateException("no data"));
        driver.advanceTo("2024-03-31T08:00");
        System.out.println(driver.story());
    }

    @Test
    void live() {
        StrategyDriver driver = StrategyDriver.of(SundayTrend.class).mode(Mode.LIVE).build();
        driver.past(weekdays("2024-03-04", 10, 11, 12, 13, 14));
        driver.deploy();
        driver.feed(weekdays("2024-03-11", 14, 15));
        driver.advanceTo("2024-03-17T08:00");
        System.out.println(driver.atWork());
        driver.advanceBy(Duration.ofMinutes(3));
        driver.complete("fit");
        driver.feed(weekdays("2024-03-18", 14, 15));
        driver.advanceTo("2024-03-24T08:00");
        driver.hang("fit");
        driver.advanceBy(Duration.ofMinutes(20));
        driver.advanceTo("2024-03-31T08:00");
        driver.crash();
        driver.advanceTo("2024-03-31T09:00");
        driver.restart();
        driver.fail("fit", new IllegalStateException("no data"));
        driver.advanceTo("2024-04-14T08:00");
        driver.restart();
        driver.ledger().read(entry -> System.out.println(entry));
        System.out.println(driver.story());
        driver.close();
    }
}
