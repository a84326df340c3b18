package com.avonsolutions.domain.platform;

import com.avonsolutions.domain.lead.PlatformLead;
import java.util.List;
import java.util.Optional;

/**
 * Some of a form's leads.
 *
 * @param next where to go on, if there are more
 */
public record MetaLeadList(List<PlatformLead> leads, Optional<String> next) {}
