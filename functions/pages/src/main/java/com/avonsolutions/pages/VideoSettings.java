package com.avonsolutions.pages;

import com.avonsolutions.web.page.Video;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The home page's video, if the settings name one. */
@Singleton
final class VideoSettings {
  private final Optional<Video> video;

  VideoSettings(
      @Value("${video.provider:none}") String provider,
      @Value("${video.id:}") String id,
      @Value("${video.title:}") String title,
      @Value("${video.description:}") String description,
      @Value("${video.uploaded:}") String uploaded) {
    Optional<String> day = Optional.of(uploaded).filter(value -> !value.isEmpty());
    this.video =
        id.isEmpty() || title.isEmpty()
            ? Optional.empty()
            : switch (provider) {
              case "youtube" ->
                  Optional.of(
                      new Video(
                          title,
                          description,
                          "https://www.youtube-nocookie.com",
                          "https://www.youtube-nocookie.com/embed/" + id + "?autoplay=1",
                          "https://www.youtube.com/watch?v=" + id,
                          Optional.of("https://i.ytimg.com/vi/" + id + "/hqdefault.jpg"),
                          day,
                          false));
              case "vimeo" ->
                  Optional.of(
                      new Video(
                          title,
                          description,
                          "https://player.vimeo.com",
                          "https://player.vimeo.com/video/" + id + "?autoplay=1&dnt=1",
                          "https://vimeo.com/" + id,
                          Optional.empty(),
                          day,
                          false));
              case "sample" ->
                  Optional.of(
                      new Video(
                          title,
                          description,
                          "'self'",
                          "/_local/sample-video",
                          "/_local/sample-video",
                          Optional.empty(),
                          day,
                          true));
              default -> Optional.empty();
            };
  }

  Optional<Video> video() {
    return video;
  }
}
