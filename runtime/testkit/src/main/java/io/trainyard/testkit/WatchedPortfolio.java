package io.trainyard.testkit;

import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.testkit.TimelineEvent.Kind;
import java.util.List;
import java.util.Locale;

/** The portfolio of the host, which tells the timeline of orders. */
final class WatchedPortfolio implements Portfolio {

    private final Portfolio portfolio;
    private final Timeline timeline;
    private List<Order> known;

    WatchedPortfolio(Portfolio portfolio, Timeline timeline) {
        this.portfolio = portfolio;
        this.timeline = timeline;
        this.known = portfolio.orders();
    }

    /** Tells of orders that were filled, or refused at their fill. */
    void slicePassed() {
        if (known.stream().anyMatch(order -> order.status() == Order.Status.OPEN)) {
            look();
        }
    }

    private void look() {
        List<Order> now = portfolio.orders();
        for (int i = 0; i < now.size(); i++) {
            Order order = now.get(i);
            if (i >= known.size()) {
                timeline.add(order.placedAt(), Kind.ORDERED, order.symbol(), quantity(order.quantity()));
            }
            if ((i >= known.size() || known.get(i).status() == Order.Status.OPEN)
                    && order.status() != Order.Status.OPEN) {
                tell(order);
            }
        }
        known = now;
    }

    private void tell(Order order) {
        switch (order.status()) {
            case FILLED -> {
                Fill fill = order.fill().orElseThrow();
                timeline.add(
                        fill.at(),
                        Kind.FILLED,
                        fill.symbol(),
                        quantity(fill.quantity()) + " at " + String.format(Locale.ROOT, "%.4f", fill.price()));
            }
            case REJECTED ->
                timeline.add(
                        order.placedAt(),
                        Kind.REJECTED,
                        order.symbol(),
                        quantity(order.quantity()) + ": " + order.reason().orElse(""));
            case CANCELED -> timeline.add(order.placedAt(), Kind.CANCELED, order.symbol(), quantity(order.quantity()));
            case OPEN -> {
                // nothing has become of it
            }
        }
    }

    static String quantity(double quantity) {
        String amount = quantity == Math.rint(quantity)
                ? String.format(Locale.ROOT, "%.0f", Math.abs(quantity))
                : String.valueOf(Math.abs(quantity));
        return (quantity < 0 ? "sell " : "buy ") + amount;
    }

    @Override
    public double cash() {
        return portfolio.cash();
    }

    @Override
    public double equity() {
        return portfolio.equity();
    }

    @Override
    public double quantity(String symbol) {
        return portfolio.quantity(symbol);
    }

    @Override
    public boolean isInvested() {
        return portfolio.isInvested();
    }

    @Override
    public Order order(String symbol, double quantity) {
        Order order = portfolio.order(symbol, quantity);
        look();
        return order;
    }

    @Override
    public void setHoldings(String symbol, double fraction) {
        portfolio.setHoldings(symbol, fraction);
        look();
    }

    @Override
    public void liquidate(String symbol) {
        portfolio.liquidate(symbol);
        look();
    }

    @Override
    public void liquidate() {
        portfolio.liquidate();
        look();
    }

    @Override
    public List<Order> orders() {
        return portfolio.orders();
    }
}
