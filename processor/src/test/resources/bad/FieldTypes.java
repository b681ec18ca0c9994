package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class FieldTypes {
    @Stored("types/slope") double slope; //! TY308 Double slope;
    @Stored("types/on") boolean on; //! TY308 Boolean on;
    @Stored(value = "types/text", format = Format.TEXT) Integer text; //! TY309 format = JSON
    @Stored(value = "types/bytes",
            format = Format.BYTES) //! TY309 format = JSON
    String bytes;
    @Stored("types/any") Object any; //! TY314 declare the field by the class
    @Stored("types/open") Open open; //! TY314 @JsonTypeInfo
    @Stored("types/inner") Inner inner; //! TY314 static on Inner

    @Stored("types/vectors") libsvm.svm_model vectors; //! TY317 add the dependency io.trainyard:trainyard-models-libsvm
    @Stored("types/special") Special special; //! TY317 add the dependency io.trainyard:trainyard-models-libsvm
    @Stored("types/session") Session session; //! TY314 put a ModelCodec for Session there
    @Stored(value = "types/plain", format = Format.JSON) Session plain;

    static class Special extends libsvm.svm_model {
        private static final long serialVersionUID = 1;
    }

    record Session(long handle) implements AutoCloseable {
        @Override
        public void close() {}
    }

    sealed interface Open permits One {}

    record One() implements Open {}

    class Inner {}

    @Train
    double slope() {
        return 1;
    }

    @Train(stores = "types/on")
    @Train(day = SUNDAY, at = "08:00", stores = "types/on")
    boolean on() {
        return true;
    }

    @Train
    void all() {}
}

@Strategy(zone = "UTC")
class Untrained {
    @Stored("untrained/a") String a;
    @Stored("untrained/b") Integer b; //! TY310 @Train

    @Train
    String fit() {
        return "";
    }
}

@Strategy(zone = "UTC")
@Subscribe(symbol = "SPY", resolution = DAILY)
class Racing {
    @Stored("racing/a") String a;

    @Train
    void fit() {} //! TY311 String fit(...)

    @OnData(always = true)
    void on(Slice slice) {}
}
