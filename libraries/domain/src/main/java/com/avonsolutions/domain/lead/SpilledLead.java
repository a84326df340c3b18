package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.SubmissionIdentity;

/** A lead that waits in the queue, with what makes its repeats the same lead. */
public record SpilledLead(Lead lead, SubmissionIdentity identity) {}
