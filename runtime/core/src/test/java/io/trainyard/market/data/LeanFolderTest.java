package io.trainyard.market.data;

import static io.trainyard.Resolution.DAILY;
import static io.trainyard.Resolution.HOUR;
import static io.trainyard.Resolution.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeanFolderTest {

    @TempDir
    Path root;

    @Test
    void a_daily_bar_is_known_from_the_close_in_new_york_on() throws IOException {
        zip("equity/usa/daily/spy.zip", "spy.csv", "20131007 00:00,1675200,1679400,1673600,1673500,588\n");

        Bar bar = raw().load(new Subscription("SPY", DAILY)).bar(0);

        assertThat(bar.start()).isEqualTo("2013-10-07T13:30:00Z");
        assertThat(bar.end()).isEqualTo("2013-10-07T20:00:00Z");
        assertThat(bar.open()).isEqualTo(167.52);
        assertThat(bar.high()).isEqualTo(167.94);
        assertThat(bar.low()).isEqualTo(167.36);
        assertThat(bar.close()).isEqualTo(167.35);
        assertThat(bar.volume()).isEqualTo(588);
    }

    @Test
    void winter_and_summer_have_their_own_offset() throws IOException {
        zip(
                "equity/usa/hour/spy.zip",
                "spy.csv",
                "20131101 15:00,1,1,1,1,1\r\n\r\n20131104 09:00,1,1,1,1,1\r\n20131104 10:00,1,1,1,1,1");

        BarSeries hours = raw().load(new Subscription("spy", HOUR));

        assertThat(hours.symbol()).isEqualTo("spy");
        assertThat(hours.size()).isEqualTo(3);
        assertThat(hours.bar(0).start()).isEqualTo("2013-11-01T19:00:00Z");
        assertThat(hours.bar(0).end()).isEqualTo("2013-11-01T20:00:00Z");
        assertThat(hours.bar(1).start()).isEqualTo("2013-11-04T14:00:00Z");
    }

    @Test
    void minutes_outside_of_the_session_are_left_out_unless_asked_for() throws IOException {
        zip("equity/usa/minute/spy/20131007_trade.zip", "20131007_spy_minute_trade.csv", """
                34140000,10000,10000,10000,10000,1
                34200000,20000,20000,20000,20000,2
                57540000,30000,30000,30000,30000,3
                57600000,40000,40000,40000,40000,4
                """);
        zip("equity/usa/minute/spy/20131007_quote.zip", "quotes.csv", "not to be read");

        BarSeries session = raw().load(new Subscription("SPY", MINUTE));
        BarSeries all = raw().withExtendedHours().load(new Subscription("SPY", MINUTE));

        assertThat(session.closes(0, session.size())).containsExactly(2, 3);
        assertThat(session.bar(0).start()).isEqualTo("2013-10-07T13:30:00Z");
        assertThat(session.bar(1).end()).isEqualTo("2013-10-07T20:00:00Z");
        assertThat(all.closes(0, all.size())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_factor_holds_up_to_and_including_its_date() throws IOException {
        zip("equity/usa/daily/x.zip", "x.csv", """
                20000103 00:00,1000000,1000000,1000000,1000000,100
                20000104 00:00,1000000,1000000,1000000,1000000,100
                20000105 00:00,500000,500000,500000,500000,200
                20000106 00:00,500000,500000,500000,500000,200
                20000107 00:00,500000,500000,500000,500000,200
                """);
        text(
                "equity/usa/factor_files/x.csv",
                "20000103,0.9,0.5,1\n20000104,0.9,0.5,100\n20000105,0.9,1,50\n20501231,1,1,0");

        Subscription x = new Subscription("X", DAILY);

        BarSeries adjusted = LeanFolder.at(root).load(x);
        assertThat(adjusted.closes(0, 5)).containsExactly(45, 45, 45, 50, 50);
        assertThat(volumes(adjusted)).containsExactly(200, 200, 200, 200, 200);
        BarSeries split = LeanFolder.at(root).with(Normalization.SPLIT_ADJUSTED).load(x);
        assertThat(split.closes(0, 5)).containsExactly(50, 50, 50, 50, 50);
        assertThat(volumes(split)).containsExactly(200, 200, 200, 200, 200);
        BarSeries raw = raw().load(x);
        assertThat(raw.closes(0, 5)).containsExactly(100, 100, 50, 50, 50);
        assertThat(volumes(raw)).containsExactly(100, 100, 200, 200, 200);
    }

    @Test
    void a_company_is_followed_through_its_tickers_and_leaves_out_who_had_them_before() throws IOException {
        text("equity/usa/map_files/wm.csv", "19980102,uw,N\n19980716,uw,N\n20090804,wmi,N\n20501231,wm,N");
        zip(
                "equity/usa/daily/uw.zip",
                "uw.csv",
                "19980716 00:00,10000,10000,10000,10000,1\n19980717 00:00,0,0,0,0,0\n");
        zip("equity/usa/daily/wmi.zip", "wmi.csv", "20090804 00:00,20000,20000,20000,20000,1\n");
        zip(
                "equity/usa/daily/wm.zip",
                "wm.csv",
                "20080804 00:00,0,0,0,0,0\n20090805 00:00,30000,30000,30000,30000,1\n");

        BarSeries series = raw().load(new Subscription("WM", DAILY));

        assertThat(series.closes(0, series.size())).containsExactly(1, 2, 3);
    }

    @Test
    void crypto_days_go_from_midnight_to_midnight_in_utc() throws IOException {
        zip("crypto/coinbase/daily/btcusd_trade.zip", "btcusd.csv", "20141201 00:00,300,370,300,370,0.05655554\n");

        Bar bar = LeanFolder.at(root)
                .market("crypto/coinbase")
                .load(new Subscription("BTCUSD", DAILY))
                .bar(0);

        assertThat(bar)
                .isEqualTo(new Bar(
                        "BTCUSD",
                        Instant.parse("2014-12-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2014-12-02T00:00:00Z").toEpochMilli(),
                        300,
                        370,
                        300,
                        370,
                        0.05655554));
    }

    @Test
    void a_missing_symbol_is_answered_by_the_nearest_one_and_the_list() throws IOException {
        zip("equity/usa/daily/spy.zip", "spy.csv", "");
        zip("equity/usa/daily/aapl.zip", "aapl.csv", "");

        assertThatThrownBy(() -> raw().load(new Subscription("SPX", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessage("no daily bars of SPX in LEAN folder " + root + ", equity/usa, raw.\n"
                        + "    why:  there is no " + root.resolve("equity/usa/daily/spx.zip") + "\n"
                        + "    fix:  take SPY, or one of AAPL, SPY");
    }

    @Test
    void a_missing_resolution_is_answered_by_those_that_the_symbol_has() throws IOException {
        zip("equity/usa/daily/spy.zip", "spy.csv", "");
        zip("equity/usa/hour/spy.zip", "spy.csv", "");
        zip("equity/usa/minute/ibm/20131007_trade.zip", "x.csv", "");

        assertThatThrownBy(() -> raw().load(new Subscription("SPY", MINUTE)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageEndingWith("    fix:  take its hour or daily bars, or one of IBM");
    }

    @Test
    void prices_are_not_silently_left_unadjusted_where_the_factors_are_missing() throws IOException {
        zip("equity/usa/daily/spy.zip", "spy.csv", "");

        assertThatThrownBy(() -> LeanFolder.at(root).load(new Subscription("SPY", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageStartingWith("prices of SPY cannot be adjusted.\n    why:  there is no factor file ")
                .hasMessageContaining("Normalization.RAW");
    }

    @Test
    void a_folder_that_is_none_of_leans_is_said_to_be_none() {
        assertThat(LeanFolder.isAt(root)).isFalse();
        assertThatThrownBy(() -> LeanFolder.at(root).available())
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("it has no folder equity/usa");
        assertThatThrownBy(() -> LeanFolder.at(root).market("forex/oanda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take equity/usa, or crypto/");
    }

    @Test
    void a_bad_line_is_named_with_what_is_wrong_in_it() throws IOException {
        String good = "20131007 00:00,1,1,1,1,1\n";
        assertBad(
                good + "20131008 00:00,1,1,x1,1,1\n",
                "spy.csv, line 2",
                "\"x1\" in column low is not a decimal number");
        assertBad(good + "20131008 00:00,1,1,,1,1\n", "line 2", "\"\" in column low is not a decimal number");
        assertBad(good + "20131008 00:00,1,1,1\n", "line 2", "the line ends before column close");
        assertBad("20131308 00:00,1,1,1,1,1\n", "line 1", "\"20131308 00:00\" in column date is not a day");
        assertBad("20131008 24:00,1,1,1,1,1\n", "line 1", "column time is not a time written yyyyMMdd HH:mm");
        assertBad("\n" + good + good, "line 3", "it does not end after the bar before it");
        assertBad("bars\n", "line 1", "\"bars\" in column date is not a day");
        assertBad("20131008 00:00,1,1,1e999,1,1\n", "line 1", "not a finite number");
    }

    private void assertBad(String content, String where, String why) throws IOException {
        zip("equity/usa/daily/spy.zip", "spy.csv", content);
        assertThatThrownBy(() -> raw().load(new Subscription("SPY", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("spy.zip")
                .hasMessageContaining(where)
                .hasMessageContaining(why)
                .hasMessageContaining("fix:  ");
    }

    @Test
    void a_file_that_is_no_zip_file_is_named() throws IOException {
        text("equity/usa/daily/spy.zip", "this is no zip file");

        assertThatThrownBy(() -> raw().load(new Subscription("SPY", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("spy.zip cannot be read")
                .hasMessageContaining("fix:  replace it with a good copy");
    }

    @Test
    void spy_has_twenty_three_years_of_days() {
        BarSeries spy = LeanFolder.at(LeanData.folder()).with(Normalization.RAW).load(new Subscription("SPY", DAILY));

        assertThat(spy.size()).isEqualTo(5849);
        assertThat(spy.bar(0))
                .isEqualTo(bar("1998-01-02T14:30:00Z", "1998-01-02T21:00:00Z", 97.31, 97.53, 96.53, 97.36, 2150000));
        assertThat(spy.bar(5848))
                .isEqualTo(bar("2021-03-31T13:30:00Z", "2021-03-31T20:00:00Z", 395.35, 398, 395.33, 396.33, 90673494));
    }

    private static Bar bar(
            String start, String end, double open, double high, double low, double close, double volume) {
        return new Bar(
                "SPY",
                Instant.parse(start).toEpochMilli(),
                Instant.parse(end).toEpochMilli(),
                open,
                high,
                low,
                close,
                volume);
    }

    @Test
    void dividends_are_worked_into_adjusted_prices() {
        BarSeries raw = LeanFolder.at(LeanData.folder()).with(Normalization.RAW).load(new Subscription("SPY", DAILY));
        BarSeries adjusted = LeanFolder.at(LeanData.folder()).load(new Subscription("SPY", DAILY));
        int before = day(raw, "2021-03-18T20:00:00Z");

        // 1.278 dollars a share went ex on 2021-03-19, of a close of 391.48
        double dividend = 1.278;
        double yield = dividend / raw.bar(before).close();
        assertThat(adjusted.bar(before).close()).isCloseTo(raw.bar(before).close() - dividend, within(0.01));
        assertThat(adjusted.bar(before + 1)).isEqualTo(raw.bar(before + 1));
        double rawChange = raw.bar(before + 1).close() / raw.bar(before).close() - 1;
        double change = adjusted.bar(before + 1).close() / adjusted.bar(before).close() - 1;
        assertThat(change - rawChange).isCloseTo(yield, within(1e-4));
    }

    @Test
    void apples_splits_leave_no_gap() {
        BarSeries raw = LeanFolder.at(LeanData.folder()).with(Normalization.RAW).load(new Subscription("AAPL", DAILY));
        BarSeries split = LeanFolder.at(LeanData.folder())
                .with(Normalization.SPLIT_ADJUSTED)
                .load(new Subscription("AAPL", DAILY));

        int june = day(raw, "2014-06-06T20:00:00Z");
        assertThat(raw.bar(june).close()).isEqualTo(645.57);
        assertThat(raw.bar(june + 1).open()).isEqualTo(92.69);
        assertThat(split.bar(june).close()).isCloseTo(645.57 / 28, within(1e-3));
        assertThat(split.bar(june + 1).open()).isCloseTo(92.69 / 4, offset(1e-9));
        assertThat(split.bar(june).volume()).isCloseTo(raw.bar(june).volume() * 28, within(1000.0));

        int august = day(raw, "2020-08-28T20:00:00Z");
        assertThat(raw.bar(august + 1).open() / raw.bar(august).close()).isLessThan(0.26);
        assertThat(split.bar(august).close()).isCloseTo(499.23 / 4, offset(1e-9));
        assertThat(split.bar(august + 1).open()).isEqualTo(127.67);

        double worst = 0;
        for (int i = 1; i < split.size(); i++) {
            worst = Math.max(
                    worst,
                    Math.abs(Math.log(split.bar(i).close() / split.bar(i - 1).close())));
        }
        // the profit warning of 2000-09-29
        assertThat(worst).isCloseTo(Math.log(2), within(0.05));
    }

    @Test
    void minutes_of_apple_cross_the_split_without_a_gap() {
        BarSeries minutes = LeanFolder.at(LeanData.folder()).load(new Subscription("AAPL", MINUTE));

        assertThat(minutes.size()).isEqualTo(3 * 390);
        Bar last = minutes.bar(2 * 390 - 1);
        Bar first = minutes.bar(2 * 390);
        assertThat(last.end()).isEqualTo("2014-06-06T20:00:00Z");
        assertThat(first.start()).isEqualTo("2014-06-09T13:30:00Z");
        assertThat(first.open() / last.close()).isBetween(0.99, 1.01);
    }

    @Test
    void a_session_of_spy_has_390_minutes_that_make_up_its_day() {
        LeanFolder raw = LeanFolder.at(LeanData.folder())
                .with(Normalization.RAW)
                .between(LocalDate.of(2013, 10, 7), LocalDate.of(2013, 10, 7));

        BarSeries minutes = raw.load(new Subscription("SPY", MINUTE));
        Bar day = raw.load(new Subscription("SPY", DAILY)).bar(0);

        assertThat(minutes.size()).isEqualTo(390);
        assertThat(minutes.bar(0))
                .isEqualTo(bar("2013-10-07T13:30:00Z", "2013-10-07T13:31:00Z", 167.43, 167.52, 167.41, 167.44, 816453));
        assertThat(minutes.bar(389).end()).isEqualTo(day.end());
        assertThat(day.start()).isEqualTo(minutes.bar(0).start());
        double high = 0;
        double low = 1000;
        for (int i = 0; i < 390; i++) {
            high = Math.max(high, minutes.bar(i).high());
            low = Math.min(low, minutes.bar(i).low());
        }
        assertThat(high).isCloseTo(day.high(), within(0.02));
        assertThat(low).isCloseTo(day.low(), within(0.02));
    }

    @Test
    void hours_of_sunpower_come_from_both_of_its_tickers() {
        BarSeries hours =
                LeanFolder.at(LeanData.folder()).with(Normalization.RAW).load(new Subscription("SPWR", HOUR));

        assertThat(hours.size()).isEqualTo(1700 + 1108);
        assertThat(hours.bar(0).start()).isEqualTo("2007-11-23T16:00:00Z");
        assertThat(hours.bar(0).close()).isEqualTo(105.01);
    }

    @Test
    void google_a_and_c_part_where_they_parted() {
        LeanFolder raw = LeanFolder.at(LeanData.folder()).with(Normalization.RAW);

        BarSeries goog = raw.load(new Subscription("GOOG", DAILY));
        BarSeries googl = raw.load(new Subscription("GOOGL", DAILY));

        // 5 days as GOOCV, when issued; the shares of before 2014-04-03 are GOOGL's
        assertThat(goog.bar(0).start()).isEqualTo("2014-03-27T13:30:00Z");
        assertThat(goog.bar(4).close()).isEqualTo(567.00);
        assertThat(goog.bar(5).close()).isEqualTo(569.74);
        int parting = day(googl, "2014-04-02T20:00:00Z");
        assertThat(googl.bar(0).start()).isEqualTo("2004-08-19T13:30:00Z");
        assertThat(googl.bar(parting).close()).isEqualTo(1135.10);
        assertThat(googl.bar(parting + 1).close()).isEqualTo(571.50);
    }

    @Test
    void every_daily_and_hourly_symbol_can_be_read_raw() {
        LeanFolder raw = LeanFolder.at(LeanData.folder()).with(Normalization.RAW);
        assertThat(raw.available()).contains(new Subscription("SPY", DAILY), new Subscription("IBM", MINUTE));
        for (Subscription one : raw.available()) {
            if (one.resolution() != MINUTE) {
                assertThat(raw.load(one).size()).as("%s", one).isPositive();
            }
        }
    }

    @Test
    void bitcoin_is_read_by_the_minute_hour_and_day() {
        LeanFolder coinbase = LeanFolder.at(LeanData.folder()).market("crypto/coinbase");
        LeanFolder bitfinex = LeanFolder.at(LeanData.folder()).market("crypto/bitfinex");

        assertThat(coinbase.load(new Subscription("BTCUSD", DAILY)).bar(0).close())
                .isEqualTo(370);
        assertThat(coinbase.load(new Subscription("BTCEUR", MINUTE)).bar(0).start())
                .isEqualTo("2018-04-04T00:00:00Z");
        assertThat(bitfinex.load(new Subscription("BTCUSD", HOUR)).bar(1).end()).isEqualTo("2013-10-01T02:00:00Z");
    }

    private LeanFolder raw() {
        return LeanFolder.at(root).with(Normalization.RAW);
    }

    private static int day(BarSeries series, String end) {
        int index = series.countUntil(Instant.parse(end).toEpochMilli()) - 1;
        assertThat(series.bar(index).end()).isEqualTo(end);
        return index;
    }

    private static double[] volumes(BarSeries series) {
        double[] volumes = new double[series.size()];
        for (int i = 0; i < volumes.length; i++) {
            volumes[i] = series.bar(i).volume();
        }
        return volumes;
    }

    private void zip(String file, String entry, String content) throws IOException {
        Path path = Files.createDirectories(root.resolve(file).getParent())
                .resolve(root.resolve(file).getFileName());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void text(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
