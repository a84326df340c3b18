package com.avonsolutions.notices.chat;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.notices.ChannelSender;
import com.avonsolutions.notices.ChannelUrl;
import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.NoticeText;
import com.avonsolutions.notices.Outcome;
import com.avonsolutions.notices.http.OutboundPost;
import com.avonsolutions.notices.http.OutboundPost.Answer;
import com.avonsolutions.text.json.JsonWriter;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;

/** Posts to the incoming webhooks of chats. Whoever knows their address can post. */
@Singleton
@Requires(property = "outbound.allow")
final class ChatSender implements ChannelSender {
  private final OutboundPost http;
  private final Secrets secrets;

  ChatSender(OutboundPost http, Secrets secrets) {
    this.http = http;
    this.secrets = secrets;
  }

  @Override
  public boolean sends(ChannelKind kind) {
    return switch (kind) {
      case SLACK, GOOGLE_CHAT, TEAMS -> true;
      case MAIL, WEBHOOK -> false;
    };
  }

  @Override
  public Outcome send(Channel channel, Delivery delivery, Notice notice) {
    NoticeText text = NoticeText.of(notice, channel.details());
    String url = ChannelUrl.of(channel, secrets);
    return switch (channel.kind()) {
      case SLACK -> outcome(post(url, SlackMessage.of(text, notice.code())));
      case TEAMS -> outcome(post(url, TeamsMessage.of(text, notice.code())));
      case GOOGLE_CHAT ->
          outcome(
              post(
                  url
                      + (url.contains("?") ? '&' : '?')
                      + "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD&requestId="
                      + delivery.id(),
                  GoogleChatMessage.of(text, notice)));
      case MAIL, WEBHOOK -> Outcome.refused("NO_FORMAT");
    };
  }

  private Answer post(String url, JsonWriter message) {
    return http.post(url, Map.of(), message.bytes());
  }

  private static Outcome outcome(Answer answer) {
    return switch (answer.status()) {
      // The format is wrong, and so it would be the next time.
      case 400, 413 -> Outcome.refused(answer.code());
      // The webhook was removed, or its app.
      case 401, 403, 404, 410 -> Outcome.gone(answer.code());
      default -> answer.outcome();
    };
  }
}
