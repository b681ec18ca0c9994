package io.trainyard.portfolio;

import static io.trainyard.portfolio.Market.bar;
import static io.trainyard.portfolio.Market.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.market.Bar;
import io.trainyard.portfolio.Order.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedPortfolioTest {

    @Test
    void an_order_is_filled_at_the_next_open_and_not_before() {
        Market market = Market.plain();
        market.next(bar("X", 0, 10, 11));

        Order placed = market.portfolio.order("X", 50);

        assertThat(placed).isEqualTo(Order.open(1, "X", 50, day(1)));
        assertThat(market.portfolio.cash()).isEqualTo(1000);
        assertThat(market.portfolio.quantity("X")).isZero();
        market.next(bar("X", 1, 12, 13));
        Fill fill = new Fill(1, "X", 50, 12, 0, day(1));
        assertThat(market.portfolio.fills()).containsExactly(fill);
        assertThat(market.order(1)).isEqualTo(placed.filled(fill));
        assertThat(market.portfolio.cash()).isEqualTo(400);
        assertThat(market.portfolio.quantity("X")).isEqualTo(50);
        assertThat(market.portfolio.equity()).isEqualTo(1050);
    }

    @Test
    void a_bar_that_is_already_running_does_not_fill() {
        Market market = Market.plain();
        market.clock.moveTo(day(1).plusSeconds(1));
        market.portfolio.order("X", 1);

        market.next(bar("X", 1, 12, 13));

        assertThat(market.order(1).status()).isEqualTo(Status.OPEN);
        market.next(bar("X", 2, 14, 15));
        assertThat(market.order(1).fill()).map(Fill::price).contains(14.0);
        assertThat(market.order(1).fill()).map(Fill::at).contains(day(2));
    }

    @Test
    void an_order_waits_for_a_bar_of_its_own_symbol() {
        Market market = new Market(Account.of(1000).withFees(FeeModel.none()), "X", "Y");
        market.portfolio.order("Y", 2);
        market.portfolio.order("X", 3);

        market.next(bar("X", 0, 10, 11));

        assertThat(market.order(1).status()).isEqualTo(Status.OPEN);
        assertThat(market.order(2).status()).isEqualTo(Status.FILLED);
        market.next(bar("X", 1, 10, 12), bar("Y", 1, 20, 25));
        assertThat(market.order(1).status()).isEqualTo(Status.FILLED);
        assertThat(market.portfolio.cash()).isEqualTo(1000 - 2 * 20 - 3 * 10);
        assertThat(market.portfolio.equity()).isEqualTo(930 + 2 * 25 + 3 * 12);
    }

    @Test
    void a_round_trip_and_a_short_sale_come_to_what_they_come_to_by_hand() {
        Market market = new Market(Account.of(10_000).withFees(FeeModel.perShare(0.01, 1)), "X");
        market.next(bar("X", 0, 10, 10));
        market.portfolio.order("X", 300);
        market.next(bar("X", 1, 11, 12));
        assertThat(market.portfolio.cash()).isEqualTo(10_000 - 300 * 11 - 3);
        market.portfolio.liquidate();
        market.next(bar("X", 2, 13, 14));
        assertThat(market.portfolio.cash()).isEqualTo(6697 + 300 * 13 - 3);
        assertThat(market.portfolio.isInvested()).isFalse();
        market.portfolio.order("X", -50);
        market.next(bar("X", 3, 14, 10));
        assertThat(market.portfolio.cash()).isEqualTo(10_594 + 50 * 14 - 1);
        assertThat(market.portfolio.quantity("X")).isEqualTo(-50);
        assertThat(market.portfolio.equity()).isEqualTo(11_293 - 500);
        market.portfolio.liquidate("X");
        market.next(bar("X", 4, 9, 9));
        assertThat(market.portfolio.equity()).isEqualTo(11_293 - 450 - 1);

        EquityCurve curve = market.portfolio.curve();
        assertThat(curve.size()).isEqualTo(5);
        assertThat(curve.time(3)).isEqualTo(day(4));
        assertThat(curve.value(0)).isEqualTo(10_000);
        assertThat(curve.value(1)).isEqualTo(6697 + 300 * 12);
        assertThat(curve.value(3)).isEqualTo(10_793);
        assertThatThrownBy(() -> curve.value(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void holdings_are_set_in_whole_lots_counting_what_is_already_ordered() {
        Market market = Market.plain();
        market.next(bar("X", 0, 10, 30));

        market.portfolio.setHoldings("X", 0.5);
        market.portfolio.setHoldings("X", 0.5);

        assertThat(market.portfolio.orders()).hasSize(1);
        assertThat(market.order(1).quantity()).isEqualTo(16);
        market.portfolio.setHoldings("X", -0.5);
        assertThat(market.order(2).quantity()).isEqualTo(-32);
        market.portfolio.setHoldings("X", 0);
        assertThat(market.order(3).quantity()).isEqualTo(16);
        market.next(bar("X", 1, 30, 30));
        assertThat(market.portfolio.isInvested()).isFalse();
        market.portfolio.setHoldings("X", 0);
        assertThat(market.portfolio.orders()).hasSize(3);
    }

    @Test
    void what_is_filled_or_canceled_no_longer_counts_as_ordered() {
        Market market = Market.plain();
        market.next(bar("X", 0, 10, 10));
        market.portfolio.setHoldings("X", 0.5);
        market.next(bar("X", 1, 10, 10));
        market.portfolio.setHoldings("X", 0.5);
        assertThat(market.portfolio.orders()).hasSize(1);

        market.portfolio.order("X", 20);
        market.portfolio.liquidate();
        market.portfolio.setHoldings("X", 0.3);
        market.next(bar("X", 2, 10, 10));

        assertThat(market.portfolio.quantity("X")).isEqualTo(30);
    }

    @Test
    void small_lots_leave_nothing_over() {
        Market market = new Market(Account.of(1000).withFees(FeeModel.none()).withLot("X", 0.1), "X");
        market.next(bar("X", 0, 10, 10));
        market.portfolio.order("X", 0.1);
        market.portfolio.order("X", 0.2);
        market.portfolio.order("X", -0.3);
        market.portfolio.setHoldings("X", 0.0999);
        assertThat(market.order(4).quantity()).isCloseTo(9.9, within(1e-12));

        market.next(bar("X", 1, 10, 10));
        market.portfolio.liquidate();
        market.next(bar("X", 2, 10, 10));

        assertThat(market.portfolio.quantity("X")).isZero();
        assertThat(market.portfolio.isInvested()).isFalse();
        assertThat(market.portfolio.cash()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void a_quantity_between_lots_is_rejected_and_says_so() {
        Market market = Market.plain();

        Order order = market.portfolio.order("X", 1.5);

        assertThat(order.status()).isEqualTo(Status.REJECTED);
        assertThat(order.reason()).contains("1.5 is not a whole number of lots of 1.0 X");
        market.next(bar("X", 0, 10, 10));
        assertThat(market.portfolio.orders()).containsExactly(order);
        assertThat(market.portfolio.fills()).isEmpty();
    }

    @Test
    void what_cannot_be_afforded_at_the_open_is_rejected_but_getting_out_is_not() {
        Market market = new Market(Account.of(1000).withFees(FeeModel.none()).withMaxLeverage(1), "X");
        market.next(bar("X", 0, 10, 10));
        market.portfolio.setHoldings("X", 1);
        market.next(bar("X", 1, 10.5, 10));
        assertThat(market.order(1).status()).isEqualTo(Status.REJECTED);
        assertThat(market.order(1).reason())
                .contains("it would bring what is invested to 1050.0, more than 1.0 times the equity of 1000.0");
        assertThat(market.portfolio.cash()).isEqualTo(1000);

        market.portfolio.setHoldings("X", -1);
        market.next(bar("X", 2, 10, 10));
        assertThat(market.portfolio.quantity("X")).isEqualTo(-100);
        market.next(bar("X", 3, 30, 30));
        assertThat(market.portfolio.equity()).isEqualTo(-1000);
        market.portfolio.setHoldings("X", -1);
        market.portfolio.order("X", -1);
        market.next(bar("X", 4, 30, 30));
        assertThat(market.portfolio.quantity("X")).isZero();
        assertThat(market.order(4).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void twice_the_equity_can_be_invested_by_default_and_no_more() {
        Market market = Market.plain();
        market.next(bar("X", 0, 10, 10));
        market.portfolio.order("X", 201);
        market.portfolio.order("X", 200);
        market.portfolio.order("X", 1);
        market.next(bar("X", 1, 10, 10));

        assertThat(market.portfolio.orders())
                .extracting(Order::status)
                .containsExactly(Status.REJECTED, Status.FILLED, Status.REJECTED);
        assertThat(market.portfolio.cash()).isEqualTo(-1000);
    }

    @Test
    void liquidating_cancels_what_is_open_and_sells_what_is_held() {
        Market market = new Market(Account.of(1000).withFees(FeeModel.none()), "X", "Y");
        market.next(bar("X", 0, 10, 10), bar("Y", 0, 10, 10));
        market.portfolio.order("X", 5);
        market.next(bar("X", 1, 10, 10), bar("Y", 1, 10, 10));
        market.portfolio.order("X", 7);
        market.portfolio.order("Y", 7);

        market.portfolio.liquidate("X");

        assertThat(market.portfolio.orders())
                .extracting(Order::status)
                .containsExactly(Status.FILLED, Status.CANCELED, Status.OPEN, Status.OPEN);
        assertThat(market.order(4).quantity()).isEqualTo(-5);
        market.next(bar("X", 2, 10, 10), bar("Y", 2, 10, 10));
        assertThat(market.portfolio.quantity("X")).isZero();
        assertThat(market.portfolio.quantity("Y")).isEqualTo(7);
        assertThat(market.order(2).fill()).isEmpty();
    }

    @Test
    void asked_for_something_impossible_it_says_what_to_do() {
        Market market = Market.plain();

        assertThatThrownBy(() -> market.portfolio.order("Y", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no subscription to Y, only to X: add @Subscribe(symbol = \"Y\", ...) to the strategy");
        assertThatThrownBy(() -> market.portfolio.quantity("Y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> market.portfolio.order("X", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order more than 0 to buy");
        assertThatThrownBy(() -> market.portfolio.order("X", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> market.portfolio.setHoldings("X", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wait for its first bar");
        assertThatThrownBy(() -> market.portfolio.setHoldings("X", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SimulatedPortfolio(Account.of(1), List.of("X", "X"), market.clock))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cash is 0.0: it must be more than 0");
        assertThat(market.portfolio.orders()).isEmpty();
    }

    @Test
    void the_list_of_orders_stays_as_it_was_when_asked_for() {
        Market market = Market.plain();
        market.portfolio.order("X", 1);
        List<Order> before = market.portfolio.orders();

        market.next(bar("X", 0, 10, 10));

        assertThat(before).extracting(Order::status).containsExactly(Status.OPEN);
        assertThat(market.portfolio.orders()).extracting(Order::status).containsExactly(Status.FILLED);
    }

    @Test
    void bars_of_other_symbols_do_not_matter() {
        Market market = Market.plain();

        market.next(bar("Y", 0, 10, 10), bar("X", 0, 20, 20));

        market.portfolio.setHoldings("X", 1);
        assertThat(market.order(1).quantity()).isEqualTo(50);
    }

    @Test
    void a_fee_that_is_no_number_stops_the_run() {
        Market market = new Market(Account.of(1000).withFees((symbol, quantity, price) -> Double.NaN), "X");
        market.portfolio.order("X", 1);
        Bar next = bar("X", 0, 10, 10);

        assertThatThrownBy(() -> market.next(next))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the fee model asks NaN");
    }

    @Test
    void an_order_has_a_fill_if_filled_and_a_reason_if_rejected() {
        assertThatThrownBy(() -> new Order(1, "X", 1, day(0), Status.FILLED, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Order(1, "X", 1, day(0), Status.OPEN, Optional.empty(), Optional.of("why")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
