package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SliceAssemblerTest {

    private static final String[] SYMBOLS = {"X", "Y", "Z"};

    /** Each number is a bar, symbol and minute, or the end of a grace. */
    @Property(tries = 500)
    void whatever_comes_slices_ascend_have_a_symbol_once_and_account_for_every_bar(
            @ForAll @Size(max = 60) List<@IntRange(max = 49) Integer> arrivals) {
        FeedTally tally = new FeedTally();
        SliceAssembler assembler = new SliceAssembler(
                List.of(new Subscription("X", Resolution.MINUTE), new Subscription("Y", Resolution.MINUTE)),
                60_000,
                tally);
        List<Slice> slices = new ArrayList<>();
        int bars = 0;
        for (int arrival : arrivals) {
            if (arrival >= 45) {
                takeIfOpen(assembler, slices);
                continue;
            }
            bars++;
            long end = arrival / 3 * 60_000L;
            Bar bar = new Bar(SYMBOLS[arrival % 3], end - 60_000, end, 1, 1, 1, 1, 1);
            if (assembler.accepts(bar)) {
                if (assembler.isLater(bar)) {
                    takeIfOpen(assembler, slices);
                }
                if (assembler.add(bar)) {
                    slices.add(assembler.take());
                }
            }
        }
        takeIfOpen(assembler, slices);

        long last = 60_000;
        for (Slice slice : slices) {
            assertThat(slice.timeMillis()).isGreaterThan(last);
            last = slice.timeMillis();
            assertThat(slice.bars())
                    .extracting(Bar::symbol)
                    .isSubsetOf("X", "Y")
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
        FeedCounts counts = tally.counts();
        assertThat(counts.bars())
                .isEqualTo(slices.stream().mapToInt(Slice::size).sum());
        assertThat(counts.bars() + counts.duplicates() + counts.late() + counts.unwanted())
                .isEqualTo(bars);
        assertThat(assembler.closedUntil()).isEqualTo(last);
    }

    private static void takeIfOpen(SliceAssembler assembler, List<Slice> slices) {
        if (assembler.isOpen()) {
            slices.add(assembler.take());
        }
    }
}
