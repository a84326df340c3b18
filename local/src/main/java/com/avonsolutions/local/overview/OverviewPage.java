package com.avonsolutions.local.overview;

import com.avonsolutions.local.templates.StaticTemplates;
import com.avonsolutions.local.templates.Templates;
import java.time.Clock;

/** Renders the page. */
public final class OverviewPage {
  private final Templates templates = new StaticTemplates();
  private final IndiaTime time = new IndiaTime(Clock.systemUTC());

  /**
   * Renders the page.
   *
   * @param refreshing whether the browser reloads it every two seconds
   */
  public String html(Overview overview, boolean refreshing) {
    return templates.overview(overview, time, refreshing).render();
  }
}
