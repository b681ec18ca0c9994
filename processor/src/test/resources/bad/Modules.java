package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;
import dagger.Module;
import dagger.Provides;

class Modules {
    @Strategy(zone = "UTC", modules = {
        String.class, //! TY113 @Module on String
        Needy.class}) //! TY113 static on each @Provides method of Modules.Needy
    static class Installing {}

    @Module
    static class Needy {
        final int seed;

        Needy(int seed) {
            this.seed = seed;
        }

        @Provides
        int seed() {
            return seed;
        }
    }
}
