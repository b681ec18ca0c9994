package io.trainyard.processor.check;

import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.schedule.proof.Finding;

/** Makes problems of what the proofs find: each at the word that states it, with a fix that can be typed. */
final class FindingProblems {

    private final StrategyModel model;
    private final Remedies remedies;

    FindingProblems(StrategyModel model, ProvenPlan plan) {
        this.model = model;
        this.remedies = new Remedies(model, plan);
    }

    Problem problem(Finding finding) {
        int training = index(finding.training());
        return new Problem(
                Code.valueOf(finding.code().number()),
                place(finding, model.trainings().get(training)),
                finding.what() + ".",
                finding.why() + ".",
                remedies.of(finding, training));
    }

    private int index(String training) {
        for (int i = 0; i < model.trainings().size(); i++) {
            if (model.trainings().get(i).name().equals(training)) {
                return i;
            }
        }
        throw new IllegalArgumentException(model.name() + " has no training " + training);
    }

    private static Place place(Finding finding, TrainingModel training) {
        if (finding.schedule().isPresent()) {
            ScheduleModel schedule = training.schedules().get(finding.schedule().getAsInt());
            return switch (finding.code()) {
                case DUE_IN_SESSION, WALL_TIME_SKIPPED, WALL_TIME_REPEATED -> schedule.timePlace();
                default -> schedule.place();
            };
        }
        if (finding.code() == Finding.Code.SERVED_UNTESTED && training.walk().isPresent()) {
            return training.walk().get().testPlace();
        }
        boolean ofLimit = finding.code() != Finding.Code.PROVED_PARTLY
                && training.limitPlace().value() != null;
        return ofLimit
                ? training.limitPlace()
                : training.schedules().stream()
                        .filter(schedule -> !schedule.isAtDeployment())
                        .findFirst()
                        .map(ScheduleModel::place)
                        .orElse(training.limitPlace());
    }
}
