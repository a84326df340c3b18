package com.avonsolutions.bench.cold;

/**
 * Measurements of one start, times in milliseconds.
 *
 * @param ready from process start until it asks for an event
 * @param firstAnswer from process start until its first answer
 * @param cpu CPU time until the first answer; other work on the machine disturbs it less than the
 *     elapsed time
 * @param firstInvocation from the first event until its answer: the wait of a visitor after the
 *     restore of a snapshot
 * @param secondInvocation from the second event until its answer
 * @param warmMedian median of the answers after the warm-up
 * @param warmP99 99th percentile of the same answers
 * @param warmCpu average CPU time of one of them
 * @param peakMegabytes peak resident memory
 * @param classes classes loaded; 0 for a program that is no JVM
 */
record ColdStart(
    double ready,
    double firstAnswer,
    double cpu,
    double firstInvocation,
    double secondInvocation,
    double warmMedian,
    double warmP99,
    double warmCpu,
    double peakMegabytes,
    int classes) {}
