package io.trainyard.schedule.proof;

import io.trainyard.Hours;
import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.calendar.Session;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds schedules that fire while a market is open. Deployment is left out: its hour is the user's to choose. */
final class DueInSession {

    /** A market that does not close for so many days has no hours outside its session to advise. */
    private static final int DAYS_WITHOUT_CLOSE = 8;

    private DueInSession() {}

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        List<Finding> findings = new ArrayList<>();
        for (int training = 0; training < plan.trainings().size(); training++) {
            List<Schedule> schedules = occasions.schedules(training);
            for (int i = 0; i < schedules.size(); i++) {
                if (schedules.get(i) instanceof RecurringSchedule) {
                    for (TradingCalendar market : plan.markets()) {
                        List<Instant> hits = hits(market, occasions.instants(training, i));
                        if (!hits.isEmpty()) {
                            findings.add(
                                    finding(plan.trainings().get(training).name(), i, schedules.get(i), market, hits));
                        }
                    }
                }
            }
        }
        return findings;
    }

    private static List<Instant> hits(TradingCalendar market, List<Instant> instants) {
        List<Instant> hits = new ArrayList<>();
        for (Instant instant : instants) {
            Optional<Session> session = sessionAt(market, instant);
            if (session.isPresent()) {
                if (hits.isEmpty() && neverCloses(market, session.get(), instant)) {
                    return List.of();
                }
                hits.add(instant);
                if (hits.size() == Finding.NAMED) {
                    break;
                }
            }
        }
        return hits;
    }

    /** A session begins and ends no more than a day off its date, so that three dates can own the instant. */
    static Optional<Session> sessionAt(TradingCalendar market, Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, market.zone()).minusDays(1);
        for (int i = 0; i < 3; i++, date = date.plusDays(1)) {
            // cheaper than listing sessions, and it settles most dates
            Optional<Instant> opens = market.open(date, Hours.REGULAR);
            if (opens.isEmpty() || opens.get().isAfter(instant)) {
                continue;
            }
            for (Session session : market.sessions(date)) {
                if (session.isIn(Hours.REGULAR) && session.contains(instant)) {
                    return Optional.of(session);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean neverCloses(TradingCalendar market, Session session, Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, market.zone());
        Instant closes = session.closes();
        for (int i = -1; i < DAYS_WITHOUT_CLOSE; i++) {
            for (Session next : market.sessions(date.plusDays(i))) {
                if (next.isIn(Hours.REGULAR) && next.closes().isAfter(closes)) {
                    if (next.opens().isAfter(closes)) {
                        return false;
                    }
                    closes = next.closes();
                }
            }
        }
        return !closes.isBefore(date.plusDays(DAYS_WITHOUT_CLOSE - 1L)
                .atStartOfDay(market.zone())
                .toInstant());
    }

    private static Finding finding(
            String training, int index, Schedule schedule, TradingCalendar market, List<Instant> hits) {
        Session session = sessionAt(market, hits.get(0)).orElseThrow();
        return new Finding(
                Code.DUE_IN_SESSION,
                training,
                OptionalInt.of(index),
                hits,
                training + " is due during the regular session of " + market.name() + ": "
                        + Moments.some(hits, hit -> Moments.local(hit, market.zone())) + " " + market.zone(),
                "\"" + schedule + "\" falls between " + Moments.words(session.opens(), market.zone()) + " and "
                        + Moments.local(session.closes(), market.zone())
                        + ", when bars come in and orders go out",
                advice(market, session, hits.get(0)));
    }

    private static String advice(TradingCalendar market, Session session, Instant hit) {
        LocalDateTime opens = LocalDateTime.ofInstant(session.opens(), market.zone());
        LocalDateTime closes = LocalDateTime.ofInstant(session.closes(), market.zone());
        if (opens.toLocalDate().equals(closes.toLocalDate())) {
            return "train before " + opens.toLocalTime() + " or from " + closes.toLocalTime() + " on, " + market.zone()
                    + ", or while " + market.name() + " is closed";
        }
        // a session that runs past midnight may touch the next: what counts is when trading really stops
        Optional<Instant> stops = market.nextClose(hit, Hours.REGULAR);
        Optional<Instant> resumes = stops.flatMap(stop -> market.nextOpen(stop, Hours.REGULAR));
        return "train while " + market.name() + " is closed"
                + resumes.map(resume -> ", such as from "
                                + Moments.local(stops.orElseThrow(), market.zone()) + " to "
                                + Moments.words(resume, market.zone()))
                        .orElse("");
    }
}
