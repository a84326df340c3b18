package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VotesCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);

  @Test
  void list_shouldShowTheMonthThoseWithMostNoesFirst() {
    try (Stores stores = Stores.open(DATABASE.environmentOf("FaqFunction"), clock)) {
      stores.votes().put(new Vote("cookies", "", "a", true));
      stores.votes().put(new Vote("seo-how-long", "seo kab dikhega", "b", false));
    }

    assertThat(lines("votes", "list"))
        .containsExactly(
            "    no    yes  in 2026-11",
            "     1      0  seo-how-long                 seo kab dikhega",
            "     0      1  cookies                      -");
    assertThat(lines("votes", "list", "2026-10")).containsExactly("    no    yes  in 2026-10");
  }

  private List<String> lines(String... words) {
    return terminal.lines(DATABASE.endpoint(), words);
  }
}
