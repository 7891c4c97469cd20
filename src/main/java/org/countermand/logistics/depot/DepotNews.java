package org.countermand.logistics.depot;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.WarehouseNewsReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the answers that the warehouse gives later: {@code {"type":"hold.answered","hold":{…}}}.
 *
 * <p>Configured by {@code countermand.warehouse.secret}: one secret, or several with commas while
 * they are being changed. Without any, no answer is believed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DepotNews implements WarehouseNewsReader {

  private final List<String> secrets;

  /** For the container's proxies only, which pass every call on. */
  protected DepotNews() {
    this(Optional.empty());
  }

  @Inject
  public DepotNews(
      @ConfigProperty(name = "countermand.warehouse.secret") Optional<List<String>> secrets) {
    this.secrets = secrets.orElse(List.of()).stream().filter(s -> !s.isBlank()).toList();
  }

  @Override
  public Decision<HoldAnswer> read(String signatureHeader, String body, Instant at) {
    boolean signed =
        DepotSignature.parse(signatureHeader)
            .filter(signature -> signature.isFresh(at))
            .filter(signature -> secrets.stream().anyMatch(s -> signature.verifies(s, body)))
            .isPresent();
    if (!signed) {
      return Decision.no(ReasonCode.SIGNATURE_INVALID);
    }
    return DepotJson.tree(body)
        .filter(news -> news.path("type").asText().equals("hold.answered"))
        .map(news -> news.path("hold"))
        .filter(JsonNode::isObject)
        .flatMap(DepotJson::hold)
        .map(Decision::yes)
        .orElse(Decision.no(ReasonCode.MALFORMED));
  }
}
