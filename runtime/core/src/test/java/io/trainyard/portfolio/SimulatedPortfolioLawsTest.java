package io.trainyard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What holds whatever a strategy orders and however prices go. */
class SimulatedPortfolioLawsTest {

    private static final String[] SYMBOLS = {"X", "Y", "Z"};

    @Property(tries = 300)
    void money_is_neither_made_nor_lost_by_trading(@ForAll long seed) {
        Run run = new Run(seed);

        double spent = 0;
        Map<String, Double> bought = new HashMap<>();
        for (Fill fill : run.portfolio.fills()) {
            spent += fill.quantity() * fill.price() + fill.fee();
            bought.merge(fill.symbol(), fill.quantity(), Double::sum);
        }

        assertThat(run.portfolio.cash()).isCloseTo(run.portfolio.account().cash() - spent, within(1e-6));
        for (String symbol : SYMBOLS) {
            assertThat(run.portfolio.quantity(symbol)).isCloseTo(bought.getOrDefault(symbol, 0.0), within(1e-9));
        }
    }

    @Property(tries = 300)
    void every_point_of_the_curve_follows_from_fills_and_closes(@ForAll long seed) {
        Run run = new Run(seed);
        EquityCurve curve = run.portfolio.curve();

        assertThat(curve.size()).isEqualTo(run.slices.size());
        Map<String, Double> closes = new HashMap<>();
        for (int i = 0; i < curve.size(); i++) {
            Instant time = curve.time(i);
            run.slices.get(i).forEach(bar -> closes.put(bar.symbol(), bar.close()));
            double equity = run.portfolio.account().cash();
            for (Fill fill : run.portfolio.fills()) {
                // a bar starts before it ends: its fill belongs to this slice or an earlier one
                if (fill.at().isBefore(time)) {
                    equity += fill.quantity() * (closes.getOrDefault(fill.symbol(), 0.0) - fill.price()) - fill.fee();
                }
            }
            assertThat(curve.value(i)).isCloseTo(equity, within(1e-6));
        }
    }

    @Property(tries = 300)
    void no_order_is_filled_by_a_bar_that_began_before_it(@ForAll long seed) {
        Run run = new Run(seed);

        for (Order order : run.portfolio.orders()) {
            order.fill().ifPresent(fill -> {
                assertThat(fill.at()).isAfterOrEqualTo(order.placedAt());
                assertThat(fill.quantity()).isEqualTo(order.quantity());
                Bar bar = Objects.requireNonNull(run.firstBarAfter(order));
                assertThat(fill.at()).isEqualTo(bar.start());
                assertThat(fill.price()).isEqualTo(bar.open());
            });
        }
    }

    @Property(tries = 300)
    void an_order_is_rejected_if_and_only_if_it_enlarges_what_is_invested_beyond_the_leverage(@ForAll long seed) {
        Run run = new Run(seed);
        Account account = run.portfolio.account();
        Map<String, Double> held = new HashMap<>();
        Map<String, Double> prices = new HashMap<>();
        double cash = account.cash();

        for (List<Bar> slice : run.slices) {
            for (Order order : run.portfolio.orders()) {
                Bar bar = run.firstBarAfter(order);
                if (bar == null || order.status() == Order.Status.CANCELED || !slice.contains(bar)) {
                    continue;
                }
                prices.put(order.symbol(), bar.open());
                double fee = account.fees().fee(order.symbol(), order.quantity(), bar.open());
                double before = invested(held, prices);
                held.merge(order.symbol(), order.quantity(), Double::sum);
                double after = invested(held, prices);
                cash -= order.quantity() * bar.open() + fee;
                double equity = cash;
                for (Map.Entry<String, Double> one : held.entrySet()) {
                    equity += one.getValue() * prices.getOrDefault(one.getKey(), 0.0);
                }
                boolean tooMuch = after > before + 1e-6 && after > account.maxLeverage() * equity + 1e-6;
                assertThat(order.status()).isEqualTo(tooMuch ? Order.Status.REJECTED : Order.Status.FILLED);
                if (tooMuch) {
                    held.merge(order.symbol(), -order.quantity(), Double::sum);
                    cash += order.quantity() * bar.open() + fee;
                }
            }
            slice.forEach(bar -> prices.put(bar.symbol(), bar.close()));
        }
        Statistics.label("rejected")
                .collect(run.portfolio.orders().stream()
                        .anyMatch(order -> order.reason().isPresent()));
    }

    private static double invested(Map<String, Double> held, Map<String, Double> prices) {
        return held.entrySet().stream()
                .mapToDouble(one -> Math.abs(one.getValue() * prices.getOrDefault(one.getKey(), 0.0)))
                .sum();
    }

    /** A strategy that orders at random, on prices that go at random, some bars missing. */
    private static final class Run {

        final SimulatedPortfolio portfolio;
        final List<List<Bar>> slices = new ArrayList<>();

        Run(long seed) {
            Random random = new Random(seed);
            Market market = new Market(
                    Account.of(100_000).withMaxLeverage(1 + random.nextDouble()).withLot("Z", 0.001), SYMBOLS);
            portfolio = market.portfolio;
            double[] prices = {100, 20, 3000};
            for (int day = 0; day < 40; day++) {
                List<Bar> bars = new ArrayList<>();
                for (int i = 0; i < SYMBOLS.length; i++) {
                    double open = prices[i] * Math.exp(random.nextGaussian() * 0.03);
                    prices[i] = open * Math.exp(random.nextGaussian() * 0.03);
                    if (random.nextInt(4) > 0) {
                        bars.add(Market.bar(SYMBOLS[i], day, open, prices[i]));
                    }
                }
                if (!bars.isEmpty()) {
                    slices.add(bars);
                    market.next(bars.toArray(Bar[]::new));
                    trade(random, bars.get(random.nextInt(bars.size())).symbol());
                }
                if (random.nextInt(5) == 0) {
                    market.clock.moveTo(Market.day(day + 1).plus(Duration.ofHours(random.nextInt(20))));
                    trade(random, SYMBOLS[0]);
                }
            }
        }

        /** The bar that should fill an order, if any does. */
        @Nullable
        Bar firstBarAfter(Order order) {
            for (List<Bar> slice : slices) {
                for (Bar bar : slice) {
                    if (bar.symbol().equals(order.symbol()) && !bar.start().isBefore(order.placedAt())) {
                        return bar;
                    }
                }
            }
            return null;
        }

        private void trade(Random random, String symbol) {
            switch (random.nextInt(6)) {
                case 0 -> portfolio.order(symbol, random.nextBoolean() ? 50 : -50);
                case 1, 2 -> setHoldings(symbol, random.nextDouble() * 4 - 2);
                case 3 -> portfolio.liquidate(symbol);
                case 4 -> portfolio.liquidate();
                default -> portfolio.orders();
            }
        }

        private void setHoldings(String symbol, double fraction) {
            if (portfolio.curve().size() > 0) {
                try {
                    portfolio.setHoldings(symbol, fraction);
                } catch (IllegalStateException noPriceYet) {
                    assertThat(noPriceYet).hasMessageContaining("wait for its first bar");
                }
            }
        }
    }
}
