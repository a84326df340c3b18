package com.avonsolutions.pages;

import com.avonsolutions.pages.templates.StaticTemplates;
import com.avonsolutions.pages.templates.Templates;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Document;
import com.avonsolutions.web.page.FormView;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageCompressor;
import com.avonsolutions.web.page.PageRenderer;
import com.avonsolutions.web.page.Video;
import gg.jte.Content;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The home page, rendered again when a testimonial or an FAQ on it has changed. */
@Singleton
final class HomePage {
  private final Document document;
  private final String title;
  private final PageRenderer pages;
  private final StructuredData structuredData;
  private final PageCompressor compressor;
  private final LiveContent content;
  private final Optional<Video> video;
  private final Templates templates = new StaticTemplates();

  private volatile @Nullable Rendered rendered;

  HomePage(
      Documents documents,
      PageRenderer pages,
      StructuredData structuredData,
      PageCompressor compressor,
      LiveContent content,
      VideoSettings video,
      @Value("${site.title:}") String title) {
    this.document = documents.home();
    this.title = PlainText.present(title.strip()).orElse(document.title());
    this.pages = pages;
    this.structuredData = structuredData;
    this.compressor = compressor;
    this.content = content;
    this.video = video.video();
  }

  private record Rendered(LiveContent.Snapshot content, Representation page) {}

  Response show(Request request) {
    LiveContent.Snapshot current = content.current();
    Rendered latest = rendered;
    if (latest == null || !latest.content().equals(current)) {
      latest = new Rendered(current, render(current));
      rendered = latest;
    }
    return latest.page().answer(request);
  }

  private Representation render(LiveContent.Snapshot current) {
    Head head = Head.of("/", title, document.description());
    List<Content> quotations =
        current.testimonials().stream()
            .map(testimonial -> (Content) pages.templates().testimonial(testimonial))
            .toList();
    Content body =
        templates.home(
            document,
            quotations,
            current.featured(),
            video,
            pages.templates().contactForm(FormView.empty(""), true));
    return compressor.compress(
        pages
            .page(200, structuredData.ofHome(video).map(head::withJsonLd).orElse(head), body)
            .with(
                "content-security-policy",
                video
                    .map(shown -> pages.policyWithFrame(shown.embedOrigin()))
                    .orElse(pages.policy()))
            .with("cache-control", "public, max-age=60, stale-while-revalidate=600"));
  }
}
