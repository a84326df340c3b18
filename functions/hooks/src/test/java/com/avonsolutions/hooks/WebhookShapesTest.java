package com.avonsolutions.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Messages of other systems in the shapes that these choose: nothing of a person is lost in one.
 */
class WebhookShapesTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A name and a value that are no question with its answer.
        "{'data':{'contact':{'name':'Asha','email':'a@example.com','value':5000}}} | Asha",
        "{'data':{'deal':{'title':'New','value':5,'email':'a@example.com','name':'Asha'}}} | Asha",
        // Beside data, and with an empty data.
        "{'data':{'name':'Asha'},'email':'a@example.com'} | Asha",
        "{'data':{},'email':'a@example.com','name':'Asha'} | Asha",
        "{'data':[{'email':'a@example.com','name':'Asha'}]} | Asha",
        // Pairs under other names, and without a label.
        "{'properties':{'email':{'value':'a@example.com'},'firstname':{'value':'Asha'}}} | Asha",
        "{'fields':{'email':{'id':'email','title':'','value':'a@example.com'}}} | ``",
        "{'fields':[{'field':'Email','value':'a@example.com'},{'id':'name','value':'Asha'}]} | Asha",
        "{'fields':[{'text':'Email','answer':'a@example.com'}]} | ``",
        "{'fields':[{'name':'email','label':'Aapka pata','value':'a@example.com'}]} | ``",
        // Names and addresses of others.
        "{'payload':{'name':'Contact form','data':{'Name':'Asha','Email':'a@example.com'}}} | Asha",
        "{'company':{'name':'Rao Sarees'},'contact':{'name':'Asha','email':'a@example.com'}} | Asha",
        "{'owner':{'name':'Ravi','email':'r@agency.example'},'lead':{'name':'Asha',"
            + "'email':'a@example.com'}} | Asha"
      })
  void webhook_shouldFindThePerson_inAnyShape(String message, String name) throws IOException {
    Map<String, String> lead = Hooks.texts(received(message));

    assertThat(lead).containsEntry("email", "a@example.com");
    assertThat(lead.getOrDefault("name", "")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'phone':{'country_code':'+44','number':'7911 123456'}}",
        "{'fields':[{'label':'Phone','value':{'country_code':'+44','number':'7911 123456'}}]}",
        "{'mobile':'7911 123456','prefix':'+44'}"
      })
  void webhook_shouldJoinANumberWithItsCode_inAnyShape(String message) throws IOException {
    assertThat(Hooks.texts(received(message))).containsEntry("phone", "+447911123456");
  }

  @Test
  void webhook_shouldKeepWhatIsNotThePersons() throws IOException {
    Map<String, AttributeValue> lead =
        received(
            "{'data':{'owner':{'name':'Ravi','email':'r@agency.example'},"
                + "'deal':{'title':'New','value':5,'stage':'hot'},'company':{'name':'Rao Sarees'}}}");

    assertThat(Hooks.texts(lead))
        .containsEntry("company", "Rao Sarees")
        .doesNotContainKeys("name", "email");
    assertThat(Items.textMap(lead, "more"))
        .containsEntry("owner.name", "Ravi")
        .containsEntry("owner.email", "r@agency.example")
        .containsEntry("New", "5")
        .containsEntry("deal.stage", "hot");
  }

  /** Receives a message, in which an apostrophe stands for a quotation mark. */
  private Map<String, AttributeValue> received(String message) throws IOException {
    FunctionHandler handler = hooks.handler("webhook");
    hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    byte[] body = message.replace('\'', '"').getBytes(UTF_8);
    EventFixtures.answer(
        handler,
        HookSignatures.sign(
                "webhook",
                EventBuilder.request("POST", "/hooks/in/sample")
                    .routeKey("POST /hooks/in/{form}")
                    .body("application/json", body),
                body)
            .build());
    List<Map<String, AttributeValue>> leads = hooks.leads();
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }
}
