package com.avonsolutions.exactlyonce;

import java.util.List;

/**
 * The history of a scenario.
 *
 * @param erased leads that staff erased during the scenario
 * @param consents the records of consent
 * @param waiting how many messages are left in the queue
 * @param deadLetters bodies of the messages in the dead-letter queue
 * @param poison bodies of the messages that should be there, because they are no leads
 */
record History(
    Run run,
    List<Attempt> attempts,
    List<StoredLead> stored,
    List<StoredLead> erased,
    List<StoredConsent> consents,
    int waiting,
    List<String> deadLetters,
    List<String> poison) {}
