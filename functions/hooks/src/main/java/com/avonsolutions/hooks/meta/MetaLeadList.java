package com.avonsolutions.hooks.meta;

import com.avonsolutions.hooks.platform.PlatformLead;
import java.util.List;
import java.util.Optional;

/**
 * A page of a form's leads.
 *
 * @param next the cursor of the next page, if there is one
 */
public record MetaLeadList(List<PlatformLead> leads, Optional<String> next) {}
