package com.avonsolutions.exactlyonce;

import java.util.List;

/**
 * What a schedule came to.
 *
 * @param erased leads that staff erased on the way
 * @param waiting how many messages are left in the queue
 * @param deadLetters bodies of messages that nobody could read
 * @param poison bodies of messages that nobody should have been able to read
 */
record History(
    Run run,
    List<Press> presses,
    List<StoredLead> stored,
    List<StoredLead> erased,
    int waiting,
    List<String> deadLetters,
    List<String> poison) {}
