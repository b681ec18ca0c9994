package io.trainyard.training;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A training that can be run: what was declared, bound to a strategy and to the models that it fills.
 *
 * @see #returning
 * @see #writing
 */
public sealed interface TrainingJob {

    /** What was declared. */
    TrainingDefinition definition();

    /** The models that it fills. */
    List<? extends ModelSlot<?>> slots();

    /** A training whose method returns the new value of one field. */
    static <T> TrainingJob returning(TrainingDefinition definition, ModelSlot<T> slot, Callable<? extends T> method) {
        return new Returning<>(definition, slot, method);
    }

    /** A training whose method writes its fields itself. */
    static TrainingJob writing(TrainingDefinition definition, List<ModelSlot<?>> slots, Body method) {
        return new Writing(definition, List.copyOf(slots), method);
    }

    /** A method that returns nothing and may throw anything. */
    @FunctionalInterface
    interface Body {
        /** Runs the method. */
        void run() throws Exception;
    }

    /**
     * A training whose method returns the new value of one field.
     *
     * @param definition what was declared
     * @param slot the field
     * @param method the strategy's method
     * @param <T> the type of the field
     */
    record Returning<T>(TrainingDefinition definition, ModelSlot<T> slot, Callable<? extends T> method)
            implements TrainingJob {
        @Override
        public List<ModelSlot<T>> slots() {
            return List.of(slot);
        }
    }

    /**
     * A training whose method writes its fields itself.
     *
     * @param definition what was declared
     * @param slots the fields
     * @param method the strategy's method
     */
    record Writing(TrainingDefinition definition, List<ModelSlot<?>> slots, Body method) implements TrainingJob {

        /**
         * Refuses gates.
         *
         * @throws IllegalArgumentException if one of the fields has a gate
         */
        public Writing {
            for (ModelSlot<?> slot : slots) {
                if (!(slot.gate() instanceof PromotionGate.Open)) {
                    throw new IllegalArgumentException(definition.name() + " writes the field of \"" + slot.key()
                            + "\" itself, and its gate would come too late: let the method return the model, or take the"
                            + " gate away");
                }
            }
        }
    }
}
