package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor uses a form of another site whose page loads our script. */
@WithBrowser
class LeadScriptBrowserTest {

  /** Without an action, as page builders make them. */
  private static final String FORM =
      """
      <form>
      <p><label>Name <input name="name"></label></p>
      <p><label for="mobile">Phone</label> <input type="tel" id="mobile" name="phone" aria-describedby="hint"> <small id="hint">Ten digits</small></p>
      <p><label>Which saree? <input name="saree"></label></p>
      <button>Send</button>
      </form>
      """;

  private static final String LINE = "data-form=\"other-site\"";
  private static final Pattern SUBMISSIONS = Pattern.compile("/f/other-site$");

  @Test
  void form_shouldBecomeOneLeadWithItsTouch_whenTheButtonIsPressedTwice(Visitors visitors) {
    String name = "Through the script";
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    List<String> keys = keysSentBy(page);
    String address = visitors.otherSite().publish("/sarees", LINE, FORM);
    page.navigate(
        address + "?utm_source=google&utm_campaign=diwali&gclid=Abc-1&mail=asha@example.com");
    fill(visitor, name);
    visitor.field("Which saree?").fill("Paithani");

    List<Route> held = new ArrayList<>();
    page.route(SUBMISSIONS, held::add);

    visitor.pressTwice(visitor.button("Send"));

    // The response is held back until after the second press.
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Sending…");
    held.forEach(Route::resume);
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(visitor.field("Name")).hasValue("");
    assertThat(keys).singleElement().asString().matches("[A-Za-z0-9_-]{16,64}");
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsAllEntriesOf(
                        Map.of(
                            "phone", "+919876543210",
                            "more.saree", "Paithani",
                            "form", "other-site",
                            "page", address,
                            "lastTouch.landing_page", address,
                            "lastTouch.utm_source", "google",
                            "lastTouch.utm_campaign", "diwali",
                            "lastTouch.gclid", "Abc-1"))
                    .containsKey("lastTouch.seen")
                    .doesNotContainKey("lastTouch.referrer"))
        .asString()
        .doesNotContain("firstTouch", "asha@example.com");
    assertThat(visitor.context().cookies()).isEmpty();
    assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
  }

  @Test
  void form_shouldBeAnotherLead_whenItIsSentAgainWithOtherWords(Visitors visitors) {
    String name = "Asks twice";
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    List<String> keys = keysSentBy(page);
    page.navigate(visitors.otherSite().publish("/twice", LINE, FORM));
    for (String saree : List.of("Paithani", "Chanderi")) {
      fill(visitor, name);
      visitor.field("Which saree?").fill(saree);
      visitor.press(visitor.button("Send"));
      assertThat(visitor.field("Name")).hasValue("");
    }

    assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    assertThat(visitors.leadsOf(name)).hasSize(2);
  }

  @Test
  void form_shouldPostByItself_whenTheScriptIsBlocked(Visitors visitors) {
    String name = "Script blocked";
    Visitor visitor = visitor(visitors);
    visitor.expectNoResponse("/lead.js");
    Page page = visitor.page();
    page.route("**/lead.js", Route::abort);
    page.navigate(visitors.otherSite().publish("/blocked", LINE, withAction(FORM)));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.locator("h1")).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetch", "URLSearchParams"})
  void form_shouldPostByItself_whenTheBrowserIsTooOld(String missing, Visitors visitors) {
    String name = "Browser without " + missing;
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    // On the other site only, because our own pages require a newer browser.
    page.addInitScript("if (location.hostname === '127.0.0.1') delete window." + missing);
    page.navigate(visitors.otherSite().publish("/without-" + missing, LINE, withAction(FORM)));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.locator("h1")).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldCarryItsTouch_whenAnotherScriptSubmitsIt(Visitors visitors) {
    String name = "Submitted by a script";
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    page.navigate(visitors.otherSite().publish("/own-way", LINE, FORM) + "?fbclid=Fb-1");
    fill(visitor, name);

    visitor.runDetached("document.forms[0].submit()");

    assertThat(page.locator("h1")).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("lastTouch.fbclid", "Fb-1"));
  }

  @Test
  void mistakes_shouldBeShownInPlace_andGoWhenTheyAreMended(Visitors visitors) {
    String name = "Mends a mistake";
    Visitor visitor = visitor(visitors).expectStatus(422);
    Page page = visitor.page();
    page.navigate(visitors.otherSite().publish("/mistakes", LINE, FORM));
    visitor.field("Name").fill(name);
    visitor.field("Phone").fill("12345");

    visitor.press(visitor.button("Send"));

    String mistake = "Check the phone number: ten digits in India, or + and the country code.";
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("Please change this and send it again:");
    assertThat(page.getByRole(AriaRole.ALERT).locator("li")).hasText(mistake);
    assertThat(visitor.field("Phone")).isFocused();
    assertThat(visitor.field("Phone")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.field("Phone")).hasAccessibleDescription("Ten digits " + mistake);
    assertThat(visitor.field("Name")).hasValue(name);
    visitor.field("Phone").fill("98765 43210");
    visitor.press(visitor.button("Send"));
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    assertThat(visitor.field("Phone")).not().hasAttribute("aria-invalid", "true");
    assertThat(visitor.field("Phone")).hasAccessibleDescription("Ten digits");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldBeOneLead_whenTheAnswerWasLost(Visitors visitors) {
    String name = "Answer lost elsewhere";
    Visitor visitor = visitor(visitors).expectNoResponse("/f/other-site");
    Page page = visitor.page();
    List<String> keys = keysSentBy(page);
    page.navigate(visitors.otherSite().publish("/lost", LINE, FORM));
    page.route(
        SUBMISSIONS,
        route -> {
          route.fetch();
          route.abort("connectionreset");
        },
        new Page.RouteOptions().setTimes(1));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(keys).hasSize(2).containsOnly(keys.get(0));
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 429})
  void form_shouldKeepTheWords_whenTheServerStaysBusy(int status, Visitors visitors) {
    String name = "Patient elsewhere " + status;
    Visitor visitor = visitor(visitors).expectStatus(status);
    Page page = visitor.page();
    List<String> keys = keysSentBy(page);
    page.navigate(visitors.otherSite().publish("/busy-" + status, LINE, FORM));
    page.route(
        SUBMISSIONS,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setHeaders(
                        Map.of(
                            "access-control-allow-origin", "*",
                            "access-control-expose-headers", "retry-after",
                            "retry-after", "1"))));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("It did not go through.");
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
    assertThat(visitor.field("Name")).hasValue(name);
    page.unroute(SUBMISSIONS);
    visitor.press(visitor.button("Send"));
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(keys).hasSize(4).containsOnly(keys.get(0));
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldBeOurs_whenAPageBuilderAddsItLaterAndSendsItByItself(Visitors visitors) {
    String name = "Added later";
    String builder =
        """
        document.body.insertAdjacentHTML('beforeend', `<form id="built" method="post">
        <input type="hidden" name="action" value="send_form">
        <label>Name <input name="form_fields[name]"></label>
        <label>Mail <input type="email" name="form_fields[email]"></label>
        <button name="reset">Send</button></form>`);
        document.getElementById('built').addEventListener('submit', event => {
          event.preventDefault();
          document.title = 'Sent by the builder';
        });
        """;
    OtherSite other = visitors.otherSite();
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    other.publishScript("/builder.js", builder);
    page.navigate(other.publish("/built", LINE, "<script src=\"/builder.js\" defer></script>"));
    visitor.field("Name").fill(name);
    visitor.field("Mail").fill("asha@example.com");

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(page).hasTitle("Sarees of Pune");
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("email", "asha@example.com"));
  }

  @Test
  void form_shouldTellItsBuilderAndAskTheVisitor_whenNoNameIsKnown(Visitors visitors) {
    OtherSite other = visitors.otherSite();
    Visitor visitor = visitor(visitors).expectStatus(422);
    Page page = visitor.page();
    List<String> console = new ArrayList<>();
    page.onConsoleMessage(message -> console.add(message.text()));
    String form =
        """
        <form method="post" data-avon-form="other-site">
        <label>Name <input name="input_1"></label><button>Send</button></form>
        """;
    page.navigate(other.publish("/unknown-names", LINE, form));
    visitor.field("Name").fill("Names unknown");

    visitor.press(visitor.button("Send"));

    page.waitForURL("**/f/other-site");
    assertThat(console)
        .anySatisfy(
            line -> assertThat(line).contains("\"input_1\"", "\"email\",\"phone\",\"mobile\""))
        .noneSatisfy(line -> assertThat(line).contains("Names unknown"));
    visitor.field("phone").fill("98765 43210");
    visitor.press(visitor.button("Send again"));
    page.waitForURL("**/contact/thanks");
  }

  @Test
  void form_shouldGoToItsThanks_andTellThePageOfTheLead(Visitors visitors) {
    String name = "Thanked elsewhere";
    OtherSite other = visitors.otherSite();
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    other.publish("/thanks", "", "<p>Talk to you soon.</p>");
    other.publishScript(
        "/conversion.js",
        "addEventListener('avonlead', event => { sessionStorage.lead = event.detail.id; });");
    String script = "<script src=\"/conversion.js\" defer></script>";
    page.navigate(other.publish("/thanked", "data-form=other-site-thanks", script + FORM));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    page.waitForURL(other.origin() + "/thanks");
    assertThat(page.getByText("Talk to you soon.")).isVisible();
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("id", (String) page.evaluate("() => sessionStorage.lead")));
  }

  @Test
  void form_shouldWorkAgain_whenOneComesBackFromItsThanks(Visitors visitors) {
    String name = "Comes back elsewhere";
    OtherSite other = visitors.otherSite();
    Visitor visitor = visitors.withBackForwardCache(Device.PHONE).allowOrigin(other.origin());
    Page page = visitor.page();
    other.publish("/thanks", "", "");
    String form = other.publish("/comes-back", "data-form=other-site-thanks", FORM);
    page.navigate(form);
    page.evaluate("() => addEventListener('pageshow', e => { window.remembered = e.persisted })");
    fill(visitor, name);
    visitor.press(visitor.button("Send"));
    page.waitForURL(other.origin() + "/thanks");

    visitor.runDetached("history.back()");

    page.waitForURL(form, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForFunction("() => window.remembered");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("");
    visitor.field("Which saree?").fill("Another one");
    visitor.press(visitor.button("Send"));
    page.waitForURL(other.origin() + "/thanks");
    assertThat(visitors.leadsOf(name)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "search, <form><input type=search name=a>",
    "log-in, <form><input type=tel name=a><input type=password name=b>",
    "of-its-own, <form action=/elsewhere><input type=tel name=a>",
    "left-out, <form data-avon-form=off><input type=tel name=a>"
  })
  void form_shouldBeLeftAlone_whenItIsNotForLeads(String what, String form, Visitors visitors) {
    Visitor visitor = visitor(visitors).expectStatus(404);
    Page page = visitor.page();
    page.navigate(visitors.otherSite().publish("/" + what, LINE, form + "<button>Go</button>"));
    page.locator("input").first().fill("1");

    visitor.press(visitor.button("Go"));

    assertThat(page).hasURL(Pattern.compile("\\?a=1"));
    assertThat(visitor.requested()).noneMatch(SUBMISSIONS.asPredicate());
  }

  @ParameterizedTest
  @CsvSource({
    "by a selector, data-form=other-site data-selector=.lead, <form class=lead action=/elsewhere>",
    "by its attribute, data-form=nobody, <form data-avon-form=other-site action=/elsewhere>",
    "by its address, data-any, <form action=OURS/f/other-site method=post>"
  })
  void form_shouldBeOurs_whenThePageSaysSo(
      String how, String line, String form, Visitors visitors) {
    String name = "Named " + how;
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    String path = "/named-" + how.replace(' ', '-');
    page.navigate(visitors.otherSite().publish(path, line, FORM.replace("<form>", form)));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void firstTouch_shouldOutliveTheVisit_whenThereIsConsent(Visitors visitors) {
    String name = "Comes twice";
    String granted = LINE + " data-consent=\"granted\"";
    OtherSite other = visitors.otherSite();
    Visitor visitor = visitor(visitors);
    String first = other.publish("/first", granted, "");
    String second = other.publish("/second", LINE, FORM);
    try (Page earlier = visitor.context().newPage()) {
      earlier.navigate(first + "?utm_source=google");
      earlier.waitForFunction("() => localStorage.length === 1");
    }

    // A new tab is a new visit; a page without a campaign continues the visit.
    visitor.page().navigate(second + "?utm_source=newsletter");
    visitor.page().navigate(second);
    fill(visitor, name);
    visitor.press(visitor.button("Send"));

    assertThat(visitor.page().getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("firstTouch.utm_source", "google")
                    .containsEntry("firstTouch.landing_page", first)
                    .containsKey("firstTouch.seen")
                    .containsEntry("lastTouch.utm_source", "newsletter"));
    visitor.page().evaluate("() => avonLeads.consent(false)");
    assertThat(visitor.page().evaluate("() => JSON.parse(localStorage.avonLeads)")).isNull();
  }

  @Test
  void file_shouldBeRefusedInPlace_andTheFormSentWithoutIt(@TempDir Path folder, Visitors visitors)
      throws Exception {
    String name = "With a file";
    Path photo = Files.writeString(folder.resolve("saree.txt"), "A saree");
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    page.navigate(
        visitors
            .otherSite()
            .publish(
                "/file",
                LINE,
                FORM.replace(
                    "<button>", "<label>Photo <input type=file name=photo></label><button>")));
    fill(visitor, name);
    visitor.field("Photo").setInputFiles(photo);

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("This form takes no files.");
    assertThat(visitor.field("Photo")).isFocused();
    visitor.field("Photo").setInputFiles(new Path[0]);
    visitor.press(visitor.button("Send"));
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you. It is with us.");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void page_shouldSayItInItsOwnWords_andAddOneName(Visitors visitors) {
    String name = "अपने शब्द";
    String words = LINE + " data-thanks=\"धन्यवाद, हम जल्द फ़ोन करेंगे।\"";
    Visitor visitor = visitor(visitors);
    Page page = visitor.page();
    page.addInitScript("window.before = Object.keys(window)");
    page.navigate(visitors.otherSite().publish("/hindi", words, FORM));
    assertThat(page.evaluate("() => Object.keys(window).filter(k => !before.includes(k))"))
        .isEqualTo(List.of("before", "avonLeads"));
    fill(visitor, name);

    visitor.press(visitor.button("Send"));

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("धन्यवाद, हम जल्द फ़ोन करेंगे।");
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  private static Visitor visitor(Visitors visitors) {
    return visitors.with(Device.PHONE).allowOrigin(visitors.otherSite().origin());
  }

  private static void fill(Visitor visitor, String name) {
    visitor.field("Name").fill(name);
    visitor.field("Phone").fill("+91 98765 43210");
  }

  private static String withAction(String form) {
    return form.replace("<form>", "<form action=\"OURS/f/other-site\" method=\"post\">");
  }

  /** Collects the keys of the page's submissions, in their order. */
  private static List<String> keysSentBy(Page page) {
    List<String> keys = new ArrayList<>();
    page.onRequest(
        request -> {
          if (SUBMISSIONS.matcher(request.url()).find()) {
            keys.add(keyOf(request));
          }
        });
    return keys;
  }

  private static String keyOf(Request request) {
    return request.postData().replaceFirst(".*(^|&)submissionKey=([^&]*).*", "$2");
  }
}
