package io.trainyard.portfolio;

import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.time.MarketClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio that fills its orders from recorded bars. For each slice its host calls {@link #fillAtOpen} and {@link
 * #mark}, and only then the strategy.
 *
 * <p>An order is filled, whole and without slippage, at the open of the first bar of its symbol that starts when it was
 * placed or later: a bar that was running by then is too early. The fill carries the start of the bar and is booked when
 * the bar ends. If no such bar comes, the order stays open.
 *
 * <p>An order that enlarges what is invested is rejected at its fill if what is invested, long and short added up, would
 * be more than the account's leverage times the equity after the fee, at that open and the last prices of the other
 * symbols. Reducing a holding is never refused. Borrowed money and borrowed shares cost no interest, and no margin is
 * called: with leverage up to 1 and nothing short neither matters.
 *
 * <p>Not safe for use by several threads.
 */
public final class SimulatedPortfolio implements Portfolio {

    /** How far a quantity may be off a whole number of lots, in lots, for being typed in decimals. */
    private static final double LOT_TOLERANCE = 1e-6;

    private final Account account;
    private final MarketClock clock;
    private final String[] symbols;
    private final double[] lotSizes;
    /** What is held of each symbol, in lots: whole numbers leave nothing over when all is sold. */
    private final long[] held;
    /** What open orders would add to it. */
    private final long[] ordered;
    /** The last known price of each symbol, NaN before the first. */
    private final double[] prices;

    private final List<Order> orders = new ArrayList<>();
    private final List<Order> open = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final EquityCurve curve;
    private @Nullable List<Order> ordersAsked;
    private double cash;

    /**
     * A portfolio of cash alone.
     *
     * @param symbols those that may be traded, best in the order in which slices list them
     * @param clock says when an order is placed
     * @throws IllegalArgumentException if there is no symbol, or one twice
     */
    public SimulatedPortfolio(Account account, List<String> symbols, MarketClock clock) {
        this(account, symbols, clock, EquityCurve.ofSlices());
    }

    /** The same with a curve of its own, such as a {@linkplain EquityCurve#daily daily} one. */
    public SimulatedPortfolio(Account account, List<String> symbols, MarketClock clock, EquityCurve curve) {
        this.curve = curve;
        if (symbols.isEmpty() || symbols.stream().distinct().count() < symbols.size()) {
            throw new IllegalArgumentException("a portfolio needs one or more symbols, each once, not " + symbols);
        }
        this.account = account;
        this.clock = clock;
        this.symbols = symbols.toArray(String[]::new);
        this.lotSizes = symbols.stream()
                .mapToDouble(symbol -> account.lots().getOrDefault(symbol, 1.0))
                .toArray();
        this.held = new long[this.symbols.length];
        this.ordered = new long[this.symbols.length];
        this.prices = new double[this.symbols.length];
        Arrays.fill(prices, Double.NaN);
        this.cash = account.cash();
    }

    /** Fills the open orders of the slice's symbols at the open of their bars, in the order in which they were placed. */
    public void fillAtOpen(Slice slice) {
        if (!open.isEmpty()) {
            fillFrom(slice);
        }
    }

    /** Takes the closes as the last known prices and adds a point to the equity curve. */
    public void mark(Slice slice) {
        for (int i = 0; i < slice.size(); i++) {
            Bar bar = slice.bar(i);
            int symbol = index(bar.symbol(), i);
            if (symbol >= 0) {
                prices[symbol] = bar.close();
            }
        }
        curve.add(slice.timeMillis(), equity());
    }

    /** The terms it trades on. */
    public Account account() {
        return account;
    }

    /** What it was worth, at each slice where nothing else was said. */
    public EquityCurve curve() {
        return curve;
    }

    /** Every fill so far, in the order in which they were booked. */
    public List<Fill> fills() {
        return List.copyOf(fills);
    }

    /** How many orders were placed. */
    public int placed() {
        return orders.size();
    }

    /** How many orders wait for a bar. */
    public int openOrders() {
        return open.size();
    }

    /** How many orders were filled. */
    public int filled() {
        return fills.size();
    }

    /** How it did so far; days are those of the clock's zone. */
    public Performance performance() {
        return Performance.of(account.cash(), curve, orders.size(), fills, clock.zone());
    }

    @Override
    public double cash() {
        return cash;
    }

    @Override
    public double equity() {
        double equity = cash;
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 0) {
                equity += held[i] * lotSizes[i] * prices[i];
            }
        }
        return equity;
    }

    @Override
    public double quantity(String symbol) {
        int index = subscribed(symbol);
        return held[index] * lotSizes[index];
    }

    @Override
    public boolean isInvested() {
        for (long lots : held) {
            if (lots != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Order order(String symbol, double quantity) {
        int index = subscribed(symbol);
        if (quantity == 0 || !Double.isFinite(quantity)) {
            throw new IllegalArgumentException(
                    "an order of " + quantity + " " + symbol + ": order more than 0 to buy, less than 0 to sell");
        }
        double lots = quantity / lotSizes[index];
        if (Math.abs(lots - Math.rint(lots)) > LOT_TOLERANCE || Math.rint(lots) == 0 || Math.abs(lots) >= 1L << 53) {
            return add(newOrder(symbol, quantity)
                    .rejected(quantity + " is not a whole number of lots of " + lotSizes[index] + " " + symbol));
        }
        return place(index, (long) Math.rint(lots));
    }

    @Override
    public void setHoldings(String symbol, double fraction) {
        int index = subscribed(symbol);
        if (!Double.isFinite(fraction)) {
            throw new IllegalArgumentException("a fraction of " + fraction + " of the equity in " + symbol
                    + ": take 1 for all of it, 0 for none, -1 for as much short");
        }
        long target = fraction == 0 ? 0 : target(index, fraction);
        long missing = target - held[index] - ordered[index];
        if (missing != 0) {
            place(index, missing);
        }
    }

    private long target(int index, double fraction) {
        if (!(prices[index] > 0)) {
            throw new IllegalStateException("no price of " + symbols[index]
                    + " is known to tell how many make that much: wait for its first bar");
        }
        double lots = fraction * Math.max(0, equity()) / (prices[index] * lotSizes[index]);
        double nearest = Math.rint(lots);
        return (long) (Math.abs(lots - nearest) <= LOT_TOLERANCE ? nearest : lots);
    }

    @Override
    public void liquidate(String symbol) {
        int index = subscribed(symbol);
        cancelOpen(index);
        if (held[index] != 0) {
            place(index, -held[index]);
        }
    }

    @Override
    public void liquidate() {
        for (String symbol : symbols) {
            liquidate(symbol);
        }
    }

    @Override
    public List<Order> orders() {
        List<Order> asked = ordersAsked;
        if (asked == null) {
            asked = List.copyOf(orders);
            ordersAsked = asked;
        }
        return asked;
    }

    private Order newOrder(String symbol, double quantity) {
        return Order.open(orders.size() + 1L, symbol, quantity, clock.now());
    }

    private Order place(int index, long lots) {
        Order order = add(newOrder(symbols[index], lots * lotSizes[index]));
        open.add(order);
        ordered[index] += lots;
        return order;
    }

    private Order add(Order order) {
        orders.add(order);
        ordersAsked = null;
        return order;
    }

    private void cancelOpen(int index) {
        for (Order order : open) {
            if (order.symbol().equals(symbols[index])) {
                replace(order.canceled());
            }
        }
        open.removeIf(order -> order.symbol().equals(symbols[index]));
        ordered[index] = 0;
    }

    private void replace(Order order) {
        orders.set((int) order.id() - 1, order);
        ordersAsked = null;
    }

    private void fillFrom(Slice slice) {
        List<Order> waiting = List.copyOf(open);
        open.clear();
        for (Order order : waiting) {
            Bar bar = slice.bar(order.symbol());
            if (bar == null || bar.start().isBefore(order.placedAt())) {
                open.add(order);
            } else {
                replace(settle(order, bar));
            }
        }
    }

    private Order settle(Order order, Bar bar) {
        int index = subscribed(order.symbol());
        long lots = Math.round(order.quantity() / lotSizes[index]);
        ordered[index] -= lots;
        prices[index] = bar.open();
        double fee = account.fees().fee(order.symbol(), order.quantity(), bar.open());
        if (!Double.isFinite(fee)) {
            throw new IllegalStateException(
                    "the fee model asks " + fee + " for " + order + ": make it a finite number");
        }
        String refusal = refusal(index, lots, fee);
        if (refusal != null) {
            return order.rejected(refusal);
        }
        Fill fill = new Fill(order.id(), order.symbol(), order.quantity(), bar.open(), fee, bar.start());
        held[index] += lots;
        cash -= order.quantity() * bar.open() + fee;
        fills.add(fill);
        return order.filled(fill);
    }

    /** Why an order cannot be afforded, or null if it can. */
    private @Nullable String refusal(int index, long lots, double fee) {
        double before = invested();
        held[index] += lots;
        double after = invested();
        held[index] -= lots;
        double equity = equity() - fee;
        if (after <= before || after <= account.maxLeverage() * equity) {
            return null;
        }
        return "it would bring what is invested to " + round(after) + ", more than " + account.maxLeverage()
                + " times the equity of " + round(equity);
    }

    private double invested() {
        double invested = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 0) {
                invested += Math.abs(held[i] * lotSizes[i] * prices[i]);
            }
        }
        return invested;
    }

    private static double round(double amount) {
        return Math.rint(amount * 100) / 100;
    }

    private int subscribed(String symbol) {
        int index = index(symbol, 0);
        if (index < 0) {
            throw new IllegalArgumentException("no subscription to " + symbol + ", only to "
                    + String.join(", ", symbols) + ": add @Subscribe(symbol = \"" + symbol
                    + "\", ...) to the strategy");
        }
        return index;
    }

    /** The index of a symbol, first looked for at {@code guess}; -1 if it is not subscribed to. */
    private int index(String symbol, int guess) {
        if (guess < symbols.length && symbols[guess].equals(symbol)) {
            return guess;
        }
        for (int i = 0; i < symbols.length; i++) {
            if (symbols[i].equals(symbol)) {
                return i;
            }
        }
        return -1;
    }
}
