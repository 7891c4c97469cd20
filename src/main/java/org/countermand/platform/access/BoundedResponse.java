package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** The response to a bounded request: whatever its reader makes of a torn body, it is 413. */
class BoundedResponse extends HttpServletResponseWrapper {

  private final BoundedRequest request;

  BoundedResponse(HttpServletResponse response, BoundedRequest request) {
    super(response);
    this.request = request;
  }

  @Override
  public void setStatus(int status) {
    super.setStatus(truly(status));
  }

  @Override
  public void sendError(int status) throws IOException {
    super.sendError(truly(status));
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    super.sendError(truly(status), message);
  }

  private int truly(int status) {
    return request.isExceeded() ? SC_REQUEST_ENTITY_TOO_LARGE : status;
  }
}
