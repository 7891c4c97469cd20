package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/orders, 2",
    "/api/v1/imports, 3",
    "/api/v1/imports/7, 3",
    "/api/v1/imports-of-others, 2",
    "/api/v1/webhooks/stripe, 2",
    "/customer/order.xhtml, 1",
    "/agent/import.xhtml, 3",
    "/agent/index.xhtml, 1",
    "/, 1",
  })
  void each_kind_of_path_has_its_own(String path, long limit) {
    BodyLimit filter = new BodyLimit();
    filter.form = 1;
    filter.api = 2;
    filter.imports = 3;
    assertThat(filter.limit(path)).isEqualTo(limit);
  }

  @Test
  void a_body_up_to_the_limit_is_read_whole() throws IOException {
    try (BoundedStream body = bounded(1_000, 1_000)) {
      assertThat(body.readAllBytes()).hasSize(1_000);
      assertThat(body.isExceeded()).isFalse();
    }
  }

  @Test
  void a_body_beyond_the_limit_is_torn_however_it_is_read() throws IOException {
    try (BoundedStream body = bounded(1_001, 1_000)) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyTooLarge.class);
      assertThat(body.isExceeded()).isTrue();
    }
    try (BoundedStream body = bounded(3, 2)) {
      body.read();
      body.read();
      assertThatThrownBy(body::read).isInstanceOf(BodyTooLarge.class);
    }
  }

  private static BoundedStream bounded(int size, long limit) {
    InputStream bytes = new ByteArrayInputStream(new byte[size]);
    return new BoundedStream(
        new ServletInputStream() {
          @Override
          public int read() throws IOException {
            return bytes.read();
          }

          @Override
          public boolean isFinished() {
            return false;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
          }
        },
        limit);
  }
}
