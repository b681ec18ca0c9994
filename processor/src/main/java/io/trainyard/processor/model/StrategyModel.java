package io.trainyard.processor.model;

import com.palantir.javapoet.ClassName;
import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.proof.PlannedTraining;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * A strategy.
 *
 * @param type its class
 * @param binaryName the name of its class file, with dots and {@code $}
 * @param open whether its class can be named from every package
 * @param name its name
 * @param namePlace where the name stands, or would
 * @param zone where its wall times are read
 * @param tier what its training budget is sized for
 * @param plan what its store is sized for
 * @param embargo how long after the end of its data a version stays unseen in a backtest; zero for not at all
 * @param subscriptions the bars that it sees
 * @param slots its stored fields
 * @param trainings its trainings
 * @param handlers its handlers
 * @param constructor how it is made
 */
public record StrategyModel(
        ClassName type,
        String binaryName,
        boolean open,
        String name,
        Place namePlace,
        ZoneId zone,
        Tier tier,
        Plan plan,
        Duration embargo,
        List<SubscriptionModel> subscriptions,
        List<SlotModel> slots,
        List<TrainingModel> trainings,
        List<HandlerModel> handlers,
        ConstructorModel constructor) {

    /** Copies the lists. */
    public StrategyModel {
        subscriptions = List.copyOf(subscriptions);
        slots = List.copyOf(slots);
        trainings = List.copyOf(trainings);
        handlers = List.copyOf(handlers);
    }

    /** The same with some of its trainings. */
    public StrategyModel withTrainings(List<TrainingModel> some) {
        return new StrategyModel(
                type,
                binaryName,
                open,
                name,
                namePlace,
                zone,
                tier,
                plan,
                embargo,
                subscriptions,
                slots,
                some,
                handlers,
                constructor);
    }

    /** What its generated classes are called. */
    public GeneratedNames names() {
        return new GeneratedNames(type);
    }

    /** Its trainings as the proofs and the timetable take them, in the order of the source. */
    public List<PlannedTraining> plannedTrainings() {
        return trainings.stream()
                .map(training -> new PlannedTraining(
                        training.name(),
                        training.schedules().stream()
                                .map(ScheduleModel::toSchedule)
                                .toList(),
                        training.limit(),
                        training.tested()))
                .toList();
    }

    /** The class as a user writes it, without the package. */
    public String shown() {
        return String.join(".", type.simpleNames());
    }
}
