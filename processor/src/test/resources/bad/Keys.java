package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Keys {
    @Stored("") String a; //! TY301 -
    @Stored("keys/b/") String b; //! TY301 @Stored("keys/b")
    @Stored("keys//c") String c; //! TY301 @Stored("keys/c")
    @Stored("keys\\d") String d; //! TY301 @Stored("keys/d")
    @Stored("keys/e:f") String e; //! TY301 @Stored("keys/e-f")
    @Stored("kéys/f") String f; //! TY301 @Stored("keys/f")
    @Stored(" keys/g") String g; //! TY301 @Stored("keys/g")
    @Stored("keys/../h") String h; //! TY301 @Stored("keys/h")
    @Stored("keys/nul.txt") String i; //! TY301 @Stored("keys/_nul.txt")
    @Stored("///") String j; //! TY301 -
    @Stored("keys/k") String k;
    @Stored("keys/k") String l; //! TY302 @Stored("keys/k-l")
    @Stored("Keys/K") String m; //! TY302 @Stored("Keys/K-m")

    @Train
    void train() {}
}

@Strategy(zone = "UTC")
class OtherKeys {
    @Stored("keys/k") String k; //! TY303 @Stored("other-keys/k")

    @Train
    void train() {}
}
