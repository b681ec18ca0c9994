package io.trainyard.host;

import io.trainyard.portfolio.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what has become of orders since it was last told. For one thread. */
final class OrderNews {

    private static final Logger LOG = LoggerFactory.getLogger(OrderNews.class);

    private final Supplier<List<Order>> orders;
    private final HostListener listener;
    /** Where the orders stand that are told and not settled. */
    private final List<Integer> open = new ArrayList<>();

    private List<Order> known = List.of();

    /** Of a portfolio whose list of orders is another object whenever one of them has changed. */
    OrderNews(Supplier<List<Order>> orders, HostListener listener) {
        this.orders = orders;
        this.listener = listener;
    }

    void tell() {
        List<Order> now = orders.get();
        if (now == known) {
            return;
        }
        int told = known.size();
        known = now;
        open.removeIf(index -> isSettled(now.get(index)));
        for (int index = told; index < now.size(); index++) {
            call(listener::ordered, now.get(index));
            if (!isSettled(now.get(index))) {
                open.add(index);
            }
        }
    }

    private boolean isSettled(Order order) {
        if (order.status() == Order.Status.OPEN) {
            return false;
        }
        call(listener::orderSettled, order);
        return true;
    }

    private static void call(Consumer<Order> listener, Order order) {
        try {
            listener.accept(order);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on {}", order, e);
        }
    }
}
