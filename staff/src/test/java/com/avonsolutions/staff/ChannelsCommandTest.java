package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.DeliveryStore.Due;
import com.avonsolutions.deliveries.DeliveryStore.Result;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands {@code channels} and {@code notices}, which work on the same tables. */
class ChannelsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String CRM =
      """
      kind: webhook
      url: https://hooks.example.com/token-of-the-address
      secret: /avon/channels/crm
      events: lead.created, lead.erased
      """;

  @TempDir Path folder;

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);

  @BeforeEach
  void writeChannels() throws IOException {
    channel("crm", CRM);
    channel(
        "office",
        """
        kind: mail
        to:
        - sales@example.com
        - boss@example.com
        events: lead.created
        quiet: 21:00-09:00
        details: no
        """);
  }

  @Test
  void load_shouldSayWhatChanged_whenTheFolderIsLoadedTwice() {
    assertThat(staff("channels", "load", folder.toString()))
        .containsExactly("2 channels: 2 new or changed, 0 as before");
    assertThat(staff("channels", "load", folder.toString()))
        .containsExactly("2 channels: 0 new or changed, 2 as before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: webhook | kind: carrier-pigeon | there is no kind carrier-pigeon, only mail, webhook,",
        "kind: webhook | | the front matter lacks kind",
        "https://hooks | http://hooks | url: it has to begin with https://",
        "https://hooks.example.com | https://127.0.0.1 | url: its host has to be a name with a domain",
        "https://hooks.example.com | https://me:pw@hooks.example.com | url: it has to name a host, and no user",
        "https://hooks.example.com | https://hooks.example.com:8443 | url: it names another port than 443",
        "secret: /avon/channels/crm | | a webhook is always signed",
        "secret: /avon/channels/crm | secret: whsec_abc | whsec_abc is not the name of a secret",
        "secret: /avon/channels/crm | secret: /avon/meta/app-secret | is not the name of a secret of a channel",
        "lead.erased | lead.gone | there is no event lead.gone, only lead.created, lead.erased",
        "lead.created, lead.erased | , | events names what the channel is told of",
        "events: | colour: red~events: | there is no setting colour",
        "events: | to: a@example.com~events: | only a mail channel has to",
        "events: | quiet: 21-9~events: | quiet is none or hours in India's time like 21:00-09:00",
        "events: | purpose: fun~events: | there is no purpose fun",
        "events: | fields: phone~events: | fields are all, or some of consent, enquiry",
        "events: | details: maybe~events: | details is yes or no",
        "kind: webhook | kind: teams | only a webhook has a secret"
      })
  void load_shouldChangeNothing_whenOneChannelIsWrong(String part, String wrong, String complaint)
      throws IOException {
    String given = Optional.ofNullable(wrong).orElse("").replace("~", "\n");
    channel("crm", CRM.replace(part, given));

    StaffTerminal.Result result =
        terminal.on(DATABASE.endpoint(), "channels", "load", folder.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .singleElement()
        .asString()
        .startsWith("crm.md: ")
        .contains(complaint)
        .endsWith(". No channel was changed.");
    assertThat(DATABASE.client().scan(r -> r.tableName("ChannelsTable")).items()).isEmpty();
  }

  @Test
  void show_shouldHideWhatMayBeASecret() {
    load();

    assertThat(staff("channels", "show", "crm"))
        .contains("crm  webhook", "    url      https://hooks.example.com/…", "    state    works")
        .noneMatch(line -> line.contains("token-of-the-address"));
    assertThat(staff("channels", "list"))
        .anyMatch(line -> line.matches("crm +webhook +works"))
        .anyMatch(line -> line.matches("office +mail +works"));
  }

  @Test
  void resume_shouldSendWhatWasHeld() {
    load();
    String id = staff("channels", "test", "crm").get(0).split(" ", 2)[0];
    assertThat(staff("channels", "pause", "crm")).containsExactly("crm paused");
    assertThat(staff("channels", "list")).anyMatch(line -> line.contains("paused since"));
    on(deliveries -> deliveries.end(id, DeliveryState.HELD, "paused", clock.instant()));
    assertThat(staff("notices", "list", "crm")).anyMatch(line -> line.contains("held"));

    assertThat(staff("channels", "resume", "crm"))
        .containsExactly("crm resumed: 1 held, which are sent within a minute");

    on(
        deliveries ->
            assertThat(deliveries.due(clock.instant(), 9)).extracting(Due::id).containsExactly(id));
  }

  @Test
  void notice_shouldBeShownWithEveryAttempt_andReplayed() {
    load();
    String id = staff("channels", "test", "crm").get(0).split(" ", 2)[0];
    on(
        deliveries -> {
          Delivery claimed =
              deliveries.claim(id, clock.instant(), Duration.ofMinutes(1)).orElseThrow();
          deliveries.finish(
              claimed,
              Result.ended(DeliveryState.FAILED, "HTTP_400"),
              new Attempt(clock.instant(), 212, "HTTP_400"));
        });

    assertThat(staff("notices", "show", id))
        .anyMatch(line -> line.contains("notices.test       failed"))
        .anyMatch(line -> line.endsWith("212 ms  HTTP_400"));
    assertThat(staff("notices", "replay", id))
        .containsExactly("1 notice to be sent within a minute");
    assertThat(staff("notices", "replay", id, "--again"))
        .containsExactly("1 notice to be sent within a minute");
    assertThat(staff("notices", "list", "crm")).last().asString().startsWith("2 notices for crm");
    assertThat(staff("notices", "replay", "crm", "--day", "2026-11-22"))
        .containsExactly("0 notices to be sent within a minute");
  }

  @Test
  void commands_shouldSayWhatToDo_whenNothingHasThatName() {
    terminal
        .on(DATABASE.endpoint(), "channels", "show", "crm")
        .shouldBe(1, "There is no channel crm in the table: see channels list.");
    terminal
        .on(DATABASE.endpoint(), "channels", "pause", "crm")
        .shouldBe(1, "There is no channel crm in the table: see channels list.");
    terminal
        .on(DATABASE.endpoint(), "channels", "remove", "crm")
        .shouldBe(1, "There is no channel crm in the table: see channels list.");
    terminal
        .on(DATABASE.endpoint(), "notices", "show", "dlv_0")
        .shouldBe(1, "There is no notice dlv_0: see notices list.");
    terminal
        .on(DATABASE.endpoint(), "notices", "replay", "crm")
        .shouldBe(1, "Give the id of a notice, or a channel and --day.");
  }

  @Test
  void staffChannel_shouldBePaused_thoughItIsNotInTheTable() {
    assertThat(staff("channels", "pause", "staff")).containsExactly("staff paused");
  }

  @Test
  void check_shouldCountNothing_whenThereIsNoLead() {
    assertThat(staff("notices", "check", "--since", "2026-11-20"))
        .containsExactly("0 leads since 2026-11-20 that nobody was told of");
    assertThat(staff("notices", "about", "01a2042a-3c64-7e3f-a7cb-0a0855ee52ea"))
        .containsExactly("0 notices about this lead");
  }

  @Test
  void address_shouldGetMailAgain_whenStaffRemoveItFromTheSuppressed() {
    try (Stores stores = Stores.open(settings(), clock)) {
      stores.choices().suppress("Boss@example.com", "bounce");
    }

    assertThat(staff("mail", "suppressed", "boss@example.com"))
        .containsExactly(
            "This address is suppressed: its mail bounced, or somebody called it spam.");
    assertThat(staff("mail", "suppressed", "boss@example.com", "--remove"))
        .containsExactly("This address gets mail again.");
    assertThat(staff("mail", "suppressed", "boss@example.com"))
        .containsExactly("This address is not suppressed.");
    terminal
        .on(DATABASE.endpoint(), "mail", "suppressed", "boss")
        .shouldBe(1, "That is not an e-mail address.");
  }

  private void load() {
    staff("channels", "load", folder.toString());
  }

  private void channel(String name, String settings) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), "---\n" + settings + "---\n");
  }

  private List<String> staff(String... words) {
    return terminal.lines(DATABASE.endpoint(), words);
  }

  private void on(Consumer<DeliveryStore> work) {
    try (Stores stores = Stores.open(settings(), clock)) {
      work.accept(stores.deliveries());
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "DYNAMODB_ENDPOINT",
        DATABASE.endpoint().toString(),
        "DELIVERIES_TABLE",
        "DeliveriesTable",
        "CHOICES_TABLE",
        "ChoicesTable");
  }
}
