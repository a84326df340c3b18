package com.avonsolutions.pages;

import com.avonsolutions.text.Resources;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The default route, for requests that match no other route of template.yaml: the content page with
 * this path, 308 if the path exists without its trailing slash, 405 if it exists for other methods,
 * else 404.
 */
@Singleton
final class DefaultRoute {
  private static final Set<String> METHODS_OF_A_PAGE = Set.of("GET", "HEAD");

  private final List<Route> routes = read();
  private final DocumentPages documents;

  DefaultRoute(DocumentPages documents) {
    this.documents = documents;
  }

  private record Route(String method, Pattern path) {
    static Route parse(String routeKey) {
      String[] parts = routeKey.split(" ", 2);
      String path =
          Pattern.compile("/")
              .splitAsStream(parts[1])
              .map(part -> part.startsWith("{") ? "[A-Za-z0-9._~-]+" : Pattern.quote(part))
              .collect(Collectors.joining("/"));
      return new Route(parts[0], Pattern.compile(path.isEmpty() ? "/" : path));
    }
  }

  Response answer(Request request) {
    String path = request.path();
    Optional<Representation> page = documents.at(path);
    if (page.isPresent() && METHODS_OF_A_PAGE.contains(request.method())) {
      return page.get().answer(request);
    }
    if (path.length() > 1 && path.endsWith("/")) {
      String shorter = path.substring(0, path.length() - 1);
      if (methodsOf(shorter).contains("GET")) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return Response.of(308).with("location", shorter + query);
      }
    }
    Set<String> allowed = methodsOf(path);
    // The gateway matched no route, because something in the path is encoded.
    if (allowed.isEmpty() || allowed.contains(request.method())) {
      throw HttpException.notFound();
    }
    throw HttpException.methodNotAllowed(String.join(", ", allowed));
  }

  private Set<String> methodsOf(String path) {
    Set<String> methods =
        routes.stream()
            .filter(route -> route.path().matcher(path).matches())
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (documents.at(path).isPresent()) {
      methods.addAll(METHODS_OF_A_PAGE);
    }
    return methods;
  }

  /** The build writes the file from template.yaml. */
  private static List<Route> read() {
    return Resources.lines(DefaultRoute.class, "/routes.txt").stream().map(Route::parse).toList();
  }
}
