package org.countermand.api.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import org.countermand.api.problem.Problem;
import org.countermand.api.wire.MoneyBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes our own records, and nothing else: everything that is foreign stays with the
 * server.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {

  private static final Set<String> PACKAGES =
      Set.of(MoneyBody.class.getPackageName(), Problem.class.getPackageName());

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    Class<?> target = target(type, genericType);
    return target != null && isOurs(target) && isJson(mediaType);
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream stream) {
    Class<?> target = target(type, genericType);
    if (target == null) {
      throw new IllegalArgumentException("Not readable: " + genericType);
    }
    String text = BodyText.read(stream);
    Object body = Json.read(text, target);
    return target.equals(type) ? type.cast(body) : new Received<>(text, body);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type) && isJson(mediaType);
  }

  @Override
  public void writeTo(
      Record body,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream stream)
      throws IOException {
    stream.write(Json.write(body));
  }

  /** The record that the text is read as, be it wanted with its text or without. */
  private static @Nullable Class<?> target(Class<?> type, Type genericType) {
    if (!type.equals(Received.class)) {
      return type;
    }
    return genericType instanceof ParameterizedType received
            && received.getActualTypeArguments()[0] instanceof Class<?> target
        ? target
        : null;
  }

  private static boolean isOurs(Class<?> type) {
    return type.isRecord() && PACKAGES.contains(type.getPackageName());
  }

  private static boolean isJson(MediaType mediaType) {
    return mediaType.getSubtype().equals("json") || mediaType.getSubtype().endsWith("+json");
  }
}
