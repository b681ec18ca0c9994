package io.trainyard.portfolio;

import static io.trainyard.portfolio.Market.bar;
import static io.trainyard.portfolio.Market.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    @Test
    void returns_of_ten_percent_up_and_down_come_to_what_they_come_to_by_hand() {
        EquityCurve curve = curve(110, 99, 108.9);

        Performance result = Performance.of(100, curve, 0, List.of(), ZoneOffset.UTC);

        assertThat(result.totalReturn()).isCloseTo(0.089, within(1e-12));
        // returns 0.1, -0.1, 0.1: mean 1/30, squared deviations 6 times (1/15)^2 in all, by 2
        double deviation = Math.sqrt(6.0 / 225 / 2);
        assertThat(result.annualVolatility().orElseThrow()).isCloseTo(deviation * Math.sqrt(252), within(1e-12));
        assertThat(result.sharpeRatio().orElseThrow()).isCloseTo(1.0 / 30 / deviation * Math.sqrt(252), within(1e-9));
        assertThat(result.maxDrawdown()).hasValueSatisfying(drawdown -> {
            assertThat(drawdown.fraction()).isCloseTo(0.1, within(1e-12));
            assertThat(drawdown.peak()).isEqualTo(day(0));
            assertThat(drawdown.trough()).isEqualTo(day(1));
        });
        assertThat(result.turnover()).hasValue(0);
    }

    @Test
    void growth_compounds_over_years() {
        EquityCurve curve = new EquityCurve();
        curve.add(Instant.parse("2000-01-01T00:00:00Z").toEpochMilli(), 100);
        curve.add(Instant.parse("2004-01-01T00:00:00Z").toEpochMilli(), 146.41);

        Performance result = Performance.of(100, curve, 0, List.of(), ZoneOffset.UTC);

        assertThat(result.annualGrowth().orElseThrow()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void the_last_point_of_a_day_is_its_close_in_the_zone() {
        ZoneId newYork = ZoneId.of("America/New_York");
        EquityCurve curve = new EquityCurve();
        curve.add(Instant.parse("2020-01-02T15:00:00Z").toEpochMilli(), 500);
        curve.add(Instant.parse("2020-01-03T04:59:59Z").toEpochMilli(), 110);
        curve.add(Instant.parse("2020-01-03T05:00:00Z").toEpochMilli(), 99);

        Performance split = Performance.of(100, curve, 0, List.of(), newYork);
        Performance joined = Performance.of(100, curve, 0, List.of(), ZoneOffset.UTC);

        // 0.1 and -0.1; in UTC 4 and -0.802
        assertThat(split.annualVolatility().orElseThrow()).isCloseTo(Math.sqrt(0.02) * Math.sqrt(252), within(1e-12));
        assertThat(joined.annualVolatility().orElseThrow())
                .isCloseTo(4.802 / Math.sqrt(2) * Math.sqrt(252), within(1e-9));
    }

    @Test
    void what_is_not_defined_is_empty() {
        Performance nothing = Performance.of(100, new EquityCurve(), 0, List.of(), ZoneOffset.UTC);
        assertThat(nothing.endEquity()).isEqualTo(100);
        assertThat(nothing.annualGrowth()).isEmpty();
        assertThat(nothing.turnover()).isEmpty();

        Performance once = Performance.of(100, curve(110), 0, List.of(), ZoneOffset.UTC);
        assertThat(once.totalReturn()).isCloseTo(0.1, within(1e-12));
        assertThat(once.annualGrowth()).isEmpty();
        assertThat(once.annualVolatility()).isEmpty();
        assertThat(once.sharpeRatio()).isEmpty();
        assertThat(once.maxDrawdown()).isEmpty();

        Performance idle = Performance.of(100, curve(100, 100, 100), 0, List.of(), ZoneOffset.UTC);
        assertThat(idle.annualVolatility()).hasValue(0);
        assertThat(idle.sharpeRatio()).isEmpty();
        assertThat(idle.maxDrawdown()).isEmpty();

        Performance ruined = Performance.of(100, curve(50, -10, 20), 0, List.of(), ZoneOffset.UTC);
        assertThat(ruined.annualVolatility()).isEmpty();
        assertThat(ruined.sharpeRatio()).isEmpty();
        assertThat(ruined.maxDrawdown()).map(Performance.Drawdown::fraction).contains(1.1);
    }

    @Test
    void the_deepest_fall_is_found_not_the_last() {
        Performance result = Performance.of(100, curve(120, 60, 90, 200, 150, 160), 0, List.of(), ZoneOffset.UTC);

        assertThat(result.maxDrawdown()).contains(new Performance.Drawdown(0.5, day(0), day(1)));
    }

    @Test
    void a_portfolio_reports_its_orders_fees_and_turnover() {
        Market market = new Market(Account.of(1000).withFees(FeeModel.perShare(0, 1)), "X");
        market.next(bar("X", 0, 10, 10));
        market.portfolio.order("X", 50);
        market.portfolio.order("X", 0.5);
        market.next(bar("X", 1, 10, 10));
        market.portfolio.liquidate();
        market.next(bar("X", 2, 10, 10));

        Performance result = market.portfolio.performance();

        assertThat(result.orders()).isEqualTo(3);
        assertThat(result.fills()).isEqualTo(2);
        assertThat(result.fees()).isEqualTo(2);
        assertThat(result.endEquity()).isEqualTo(998);
        // 1,000 traded at equities of 1,000, 999 and 998
        assertThat(result.turnover().orElseThrow()).isCloseTo(1000.0 / 999, within(1e-12));
    }

    private static EquityCurve curve(double... values) {
        EquityCurve curve = new EquityCurve();
        for (int i = 0; i < values.length; i++) {
            curve.add(day(i).toEpochMilli(), values[i]);
        }
        return curve;
    }
}
