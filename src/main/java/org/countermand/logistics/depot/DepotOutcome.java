package org.countermand.logistics.depot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldStatus;

/** What an answer of the warehouse, or the lack of one, says about the work. */
final class DepotOutcome {

  private DepotOutcome() {}

  static Outcome<HoldAnswer> of(HttpResponse<String> response, UUID holdId) {
    int status = response.statusCode();
    if (status != 200 && status != 202) {
      return failed(response);
    }
    return DepotJson.tree(response.body())
        .flatMap(DepotJson::hold)
        .filter(answer -> answer.id().equals(holdId))
        .map(DepotOutcome::answered)
        .orElse(new Outcome.Unknown<>("unreadable answer, HTTP " + status, false));
  }

  static <T> Outcome<T> failed(HttpResponse<String> response) {
    int status = response.statusCode();
    // A wrong token is our mistake: the warehouse has said nothing about the goods.
    if (status == 429 || status == 401 || status == 403) {
      return new Outcome.NotAttempted<>("HTTP " + status);
    }
    if (status >= 400 && status < 500 && status != 408) {
      String code = DepotJson.code(response.body(), status);
      return new Outcome.Refused<>(Finding.of(ReasonCode.WAREHOUSE_REFUSED, "code", code));
    }
    return new Outcome.Unknown<>("HTTP " + status, false);
  }

  static <T> Outcome<T> failed(IOException e) {
    String why = e.getClass().getSimpleName();
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException
        ? new Outcome.NotAttempted<>(why)
        : new Outcome.Unknown<>(why, false);
  }

  private static Outcome<HoldAnswer> answered(HoldAnswer answer) {
    return answer.status() == HoldStatus.PENDING
        ? new Outcome.Accepted<>(answer)
        : new Outcome.Settled<>(answer);
  }
}
