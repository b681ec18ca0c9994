package io.trainyard.endtoend;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;

/** A strategy with a constructor, a module of its user's, and a user's own component on top of the generated one. */
final class TradingDesk {

    private TradingDesk() {}

    /** How much history the strategy looks at. */
    @Module
    interface Settings {
        @Provides
        @Named("window")
        static int window() {
            return 20;
        }
    }

    /** Counts what it is told; made by Dagger. */
    static final class Diary {
        int entries;

        @Inject
        Diary() {}
    }

    /** Wants a number of the user's, an object that Dagger makes, a part of the host and its own guard. */
    @SuppressWarnings("NullAway.Init") // the host fills it
    @Strategy(name = "desk", zone = "America/New_York", modules = Settings.class)
    @Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
    static final class Desk {

        final int window;
        final Diary diary;
        final ObjectStore store;
        final TradingDesk_Desk_Guard guard;

        @Stored("desk/line")
        Line line;

        @Inject
        Desk(@Named("window") int window, Diary diary, ObjectStore store, TradingDesk_Desk_Guard guard) {
            this.window = window;
            this.diary = diary;
            this.store = store;
            this.guard = guard;
        }

        @Train(day = DayOfWeek.SUNDAY, at = "08:00")
        Line fit(History history) {
            store.saveText("desk/window", String.valueOf(window));
            return Line.through(history.closes("SPY", window));
        }

        @OnData(always = true)
        void trade(Slice slice, Portfolio portfolio) {
            diary.entries += guard.isModelReady() ? 1 : 0;
        }
    }

    /** The user's own graph. */
    @Component(dependencies = TradingDesk_Desk_Component.class)
    interface Firm {
        Report report();
    }

    /** Something of the user's that wants the running strategy. */
    static final class Report {
        final Desk desk;

        @Inject
        Report(Desk desk) {
            this.desk = desk;
        }
    }
}
