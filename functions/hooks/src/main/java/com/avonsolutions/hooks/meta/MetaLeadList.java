package com.avonsolutions.hooks.meta;

import com.avonsolutions.hooks.platform.PlatformLead;
import java.util.List;
import java.util.Optional;

/**
 * Some of a form's leads.
 *
 * @param next where to go on, if there are more
 */
public record MetaLeadList(List<PlatformLead> leads, Optional<String> next) {}
