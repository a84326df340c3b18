package com.avonsolutions.aws.sqs;

import com.avonsolutions.aws.dynamodb.AttributeJson;
import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.aws.dynamodb.LeadItem;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.lead.UnreadableLeadException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.text.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A lead and its identity as the text of a message: {@code {"version":1, "lead":{…},
 * "identity":{…}}}, both in the format of items of the leads table, so that each field has one
 * format only. An incompatible change needs a new version, and code that still reads the old one:
 * messages may wait for two weeks.
 */
record LeadMessage(LeadItem items) {
  private static final int VERSION = 1;

  /** The last character that SQS accepts in a message; higher ones are escaped. */
  private static final int LAST_UNESCAPED = 0xFFFD;

  String write(SpilledLead spilled) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        Json.FACTORY.createGenerator(text).setHighestNonEscapedChar(LAST_UNESCAPED)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeFieldName("lead");
      AttributeJson.write(items.write(spilled.lead()), json);
      json.writeFieldName("identity");
      AttributeJson.write(write(spilled.identity()), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return text.toString();
  }

  SpilledLead read(String message) {
    try (JsonParser json = Json.FACTORY.createParser(message)) {
      Map<String, Map<String, AttributeValue>> parts = new HashMap<>();
      int version = 0;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          if (name.equals("version")) {
            version = json.getIntValue();
          } else {
            parts.put(name, AttributeJson.read(json));
          }
        }
      }
      if (version != VERSION) {
        throw new IOException("Unknown version " + version);
      }
      return new SpilledLead(items.read(part(parts, "lead")), identity(part(parts, "identity")));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableLeadException(e);
    }
  }

  private static Map<String, AttributeValue> part(
      Map<String, Map<String, AttributeValue>> parts, String name) throws IOException {
    return Optional.ofNullable(parts.get(name)).orElseThrow(() -> new IOException("No " + name));
  }

  private static Map<String, AttributeValue> write(SubmissionIdentity identity) {
    return new Items.Builder()
        .put("key", identity.key())
        .put("contentHash", identity.contentHash())
        .put("windowSeconds", Items.number(identity.window().toSeconds()))
        .build();
  }

  private static SubmissionIdentity identity(Map<String, AttributeValue> item) throws IOException {
    return new SubmissionIdentity(
        Items.required(item, "key"),
        Items.required(item, "contentHash"),
        Items.optionalNumber(item, "windowSeconds")
            .map(Duration::ofSeconds)
            .orElseThrow(() -> new IOException("No window")));
  }
}
