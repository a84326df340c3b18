package com.avonsolutions.bench.cold;

/**
 * What was measured of one start, times in milliseconds.
 *
 * @param ready from the start of the process until it asks for an event
 * @param first from the start of the process until its first answer
 * @param work the processor's time until the first answer, which other work on the machine disturbs
 *     less than the clock's
 * @param firstAlone from the first event until its answer, what a visitor waits where a snapshot
 *     was restored
 * @param second from the second event until its answer
 * @param median of the answers after {@link ColdBench}'s warming
 * @param worst of a hundred of these
 * @param warmWork the processor's time that one of them took on average
 * @param peakMegabytes the most memory that the process had resident
 * @param classes loaded, 0 where the question has no meaning
 */
record Start(
    double ready,
    double first,
    double work,
    double firstAlone,
    double second,
    double median,
    double worst,
    double warmWork,
    double peakMegabytes,
    int classes) {}
