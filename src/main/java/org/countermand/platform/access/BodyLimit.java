package org.countermand.platform.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are too long: 413 by the declared length before anything is read, or by the
 * bytes as they come. Limits are in bytes, by kind of path.
 */
public class BodyLimit extends HttpFilter {

  private static final String IMPORTS = "/api/v1/imports";

  /** The page that takes the same files from an agent; only he comes so far. */
  private static final String IMPORT_PAGE = "/agent/import.xhtml";

  @Inject
  @ConfigProperty(name = "countermand.body.api", defaultValue = "2097152")
  long api;

  @Inject
  @ConfigProperty(name = "countermand.body.imports", defaultValue = "67108864")
  long imports;

  @Inject
  @ConfigProperty(name = "countermand.body.form", defaultValue = "262144")
  long form;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.of(request);
    long limit = limit(path);
    if (request.getContentLengthLong() > limit) {
      refuse(path, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getContentLengthLong() >= 0) {
      chain.doFilter(request, response); // the container reads no further than was declared
    } else if (isForm(request)) {
      // The container parses forms itself, where nothing could count. No browser sends one so.
      refuse(path, response, HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      bound(new BoundedRequest(request, limit), response, chain);
    }
  }

  long limit(String path) {
    if (!Entrance.isApi(path)) {
      return path.equals(IMPORT_PAGE) ? imports : form;
    }
    return path.equals(IMPORTS) || path.startsWith(IMPORTS + "/") ? imports : api;
  }

  private static void bound(BoundedRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, new BoundedResponse(response, request));
    } catch (IOException | ServletException | RuntimeException e) {
      if (!request.isExceeded()) {
        throw e;
      }
    }
    if (request.isExceeded() && !response.isCommitted()) {
      refuse(RequestPath.of(request), response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.startsWith("application/x-www-form-urlencoded")
            || type.startsWith("multipart/form-data"));
  }

  private static void refuse(String path, HttpServletResponse response, int status)
      throws IOException {
    if (Entrance.isApi(path)) {
      Problem.write(response, status);
    } else {
      response.sendError(status);
    }
  }
}
