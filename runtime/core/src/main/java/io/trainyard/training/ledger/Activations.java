package io.trainyard.training.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which versions of a strategy's models were put in place, and when: what a host that is fed the same bars needs to do the
 * same again.
 *
 * @param strategy its name
 * @param list in the order in which they happened; market times ascend unless somebody set the clock back
 */
public record Activations(String strategy, List<Activation> list) {

    /** Copies the list. */
    public Activations {
        list = List.copyOf(list);
    }

    /** The activations of a strategy among entries that {@code reading} shows to the reader that it is given. */
    static Activations of(String strategy, Consumer<Consumer<LedgerEntry>> reading) {
        ActivationsReader reader = new ActivationsReader(strategy);
        reading.accept(reader::read);
        return reader.activations();
    }

    /**
     * Which version of a key served at {@code at}: the last one put in place at or before it. Where the market clock was set
     * back, so that an instant came twice, the second time counts.
     *
     * @return empty if there was none yet
     */
    public Optional<Activation> liveAt(String key, Instant at) {
        for (int i = list.size() - 1; i >= 0; i--) {
            Activation activation = list.get(i);
            if (activation.key().equals(key) && !activation.at().isAfter(at)) {
                return Optional.of(activation);
            }
        }
        return Optional.empty();
    }

    /** Those after {@code after} and up to and including {@code to}, in the order in which they happened. */
    public List<Activation> between(Instant after, Instant to) {
        return list.stream()
                .filter(activation ->
                        activation.at().isAfter(after) && !activation.at().isAfter(to))
                .toList();
    }
}
