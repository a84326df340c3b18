package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.SubmissionIdentity;

/** A lead that waits in the queue, with the identity of its submission. */
public record SpilledLead(Lead lead, SubmissionIdentity identity) {}
