package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/NewYork") //! TY202 zone = "America/New_York"
class A {}

@Strategy(zone = "Mars/Phobos") //! TY202 -
class B {}

@Strategy(zone = "") //! TY202 -
class C {}

@Strategy(zone = "New York") //! TY202 zone = "America/New_York"
class D {}

@Strategy(zone = "europe/london") //! TY202 zone = "Europe/London"
class E {}

@Strategy(zone = "EST") //! TY203 zone = "America/New_York"
class F {}

@Strategy(zone = "gmt") //! TY203 zone = "UTC"
class G {}

@Strategy(
        name = "h",
        zone = "-05:00") //! TY203 -
class H {}

@Strategy(zone = "Etc/GMT+5") //! TY203 -
class I {}

@Strategy(zone = "UTC+1") //! TY203 -
class J {}
