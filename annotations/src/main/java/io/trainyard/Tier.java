package io.trainyard;

/**
 * A machine size and the training budget that comes with it. The budget is a leaky bucket: trainings pour minutes in,
 * time on the market clock lets them leak out, and what does not fit is not run. The figures are those of
 * QuantConnect's training quotas.
 */
public enum Tier {
    /** 512 MB of memory: 30 minutes, of which 5 come back every 24 hours. */
    MB_512(512, 30, 5),
    /** 1,024 MB of memory: 60 minutes, of which 10 come back every 24 hours. */
    MB_1024(1024, 60, 10),
    /** 2,048 MB of memory: 90 minutes, of which 15 come back every 24 hours. */
    MB_2048(2048, 90, 15);

    private final int memoryMegabytes;
    private final int capacityMinutes;
    private final int minutesPerDay;

    Tier(int memoryMegabytes, int capacityMinutes, int minutesPerDay) {
        this.memoryMegabytes = memoryMegabytes;
        this.capacityMinutes = capacityMinutes;
        this.minutesPerDay = minutesPerDay;
    }

    /** The memory of the machine, in megabytes. */
    public int memoryMegabytes() {
        return memoryMegabytes;
    }

    /** What the bucket holds when nothing has leaked out, in minutes of training. */
    public int capacityMinutes() {
        return capacityMinutes;
    }

    /** What leaks out of the bucket in 24 hours, in minutes of training. */
    public int minutesPerDay() {
        return minutesPerDay;
    }
}
