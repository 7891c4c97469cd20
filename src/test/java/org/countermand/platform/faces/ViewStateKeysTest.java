package org.countermand.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.countermand.platform.access.Secrets;
import org.junit.jupiter.api.Test;

class ViewStateKeysTest {

  private static final String ONE = secret("one secret that all nodes of one shop share");
  private static final String OTHER = secret("the secret of another installation or year");

  @Test
  void nodes_that_share_the_secret_share_the_keys() {
    assertThat(parameters(ONE)).isEqualTo(parameters(ONE));
  }

  @Test
  void another_secret_makes_other_keys() {
    Map<String, String> one = parameters(ONE);
    Map<String, String> other = parameters(OTHER);

    for (String key : new String[] {"SECRET", "MAC_SECRET", "ALGORITHM.IV"}) {
      String name = "org.apache.myfaces." + key;
      assertThat(one.get(name)).as(name).isNotEqualTo(other.get(name));
    }
  }

  @Test
  void the_keys_have_the_lengths_that_the_algorithms_want_and_none_is_another() {
    Map<String, String> keys = parameters(ONE);

    assertThat(Base64.getDecoder().decode(keys.get("org.apache.myfaces.SECRET"))).hasSize(16);
    assertThat(Base64.getDecoder().decode(keys.get("org.apache.myfaces.MAC_SECRET"))).hasSize(32);
    assertThat(Base64.getDecoder().decode(keys.get("org.apache.myfaces.ALGORITHM.IV"))).hasSize(16);
    assertThat(keys.values()).doesNotHaveDuplicates();
  }

  @Test
  void the_secret_itself_is_in_no_parameter() {
    assertThat(parameters(ONE).values()).noneMatch(value -> value.contains(ONE));
  }

  @Test
  void without_a_secret_nothing_starts() {
    assertThatIllegalStateException().isThrownBy(() -> parameters(""));
  }

  private static Map<String, String> parameters(String secret) {
    return ViewStateKeys.parameters(Secrets.of(secret));
  }

  private static String secret(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
